package com.example.sqlserver;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.nvarchar;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.AlterSequence;
import io.kuaka.operation.Operation;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialect does that the list of operation cases and the historical queries don't show. */
class SqlServerDialectTest {
    private static final Dialect DIALECT = Dialects.named("sqlserver");
    private static final SqlGrammar GRAMMAR = DIALECT.grammar();
    private static final ModelState BOOK =
            model("Book").table("book").fields(bigint("id").primaryKey().identity(), integer("pages"));

    @Test
    void isFoundByItsAddress() {
        assertThat(Dialects.forUrl("jdbc:sqlserver://localhost;databaseName=shop"))
                .isInstanceOf(SqlServerDialect.class);
    }

    @Test
    void namesTheDefaultsOfAMovedTableAfterIt() {
        ModelState priced = BOOK.fields(integer("price").defaultTo(0));

        assertThat(sql(priced, new AlterModelTable("Book", "titles", "archive")))
                .containsExactly(
                        "alter schema archive transfer book",
                        "exec sp_rename 'archive.book', 'titles'",
                        "exec sp_rename 'archive.df_book_price', 'df_titles_price', 'object'",
                        "exec sp_rename 'archive.book_pkey', 'titles_pkey', 'object'");
    }

    @Test
    void movesATableToTheSchemaOfTheConnection() {
        assertThat(sql(BOOK.schema("archive"), new AlterModelTable("Book", "book", null)))
                .containsExactly("declare @kuaka nvarchar(max) = 'alter schema ' + quotename(schema_name())"
                        + " + ' transfer archive.book'; exec (@kuaka)");
    }

    @Test
    void movesASequenceBeforeItChanges() {
        ProjectState state = ProjectState.empty().withSequence("shop", Sequence.sequence("book_seq"));

        assertThat(sql(
                        state,
                        new AlterSequence(
                                Sequence.sequence("book_seq").schema("archive").incrementedBy(5))))
                .containsExactly(
                        "alter schema archive transfer book_seq",
                        "declare @next bigint = next value for archive.book_seq; declare @kuaka nvarchar(max) ="
                                + " N'alter sequence archive.book_seq restart with '"
                                + " + cast(iif(@next + 4 > 5, @next + 4, 5) as nvarchar(20)); exec (@kuaka)",
                        "alter sequence archive.book_seq increment by 5");
    }

    @Test
    void turnsTruthValuesIntoWordsAndQuotesTheNameOnce() {
        ModelState ordered = BOOK.fields(bool("order").defaultTo(true));

        assertThat(sql(ordered, new AlterField("Book", varchar("order", 5).defaultTo("true"))))
                .containsExactly(
                        "alter table book drop constraint df_book_order",
                        "alter table book alter column [order] varchar(255)",
                        "update book set [order] = case [order] when '1' then 'true' when '0' then 'false' end",
                        "alter table book alter column [order] varchar(5) not null",
                        "alter table book add constraint df_book_order default 'true' for [order]");
    }

    @Test
    void fillsAColumnThatTakesNullsWithItsDefault() {
        assertThat(sql(
                        BOOK,
                        new AddField("Book", nvarchar("shelf", 20).nullable().defaultTo("Ä"))))
                .containsExactly(
                        "alter table book add shelf nvarchar(20) constraint df_book_shelf default N'Ä' with values");
    }

    @Test
    void makesAGeneratedColumnAgainWhenItIsComputedInAnotherWay() {
        Field sheets = integer("sheets").generated(field("pages").dividedBy(2));

        assertThat(sql(
                        BOOK.fields(sheets),
                        new AlterField(
                                "Book",
                                integer("sheets").generated(field("pages").times(2)))))
                .containsExactly(
                        "alter table book drop column sheets", "alter table book add sheets as (pages * 2) persisted");
    }

    @Test
    void looksForValuesThatAColumnWouldLoseWhenItBecomesGenerated() {
        Field sheets = integer("sheets");

        assertThat(sql(
                        BOOK.fields(sheets),
                        new AlterField("Book", sheets.generated(field("pages").times(2)))))
                .containsExactly(
                        "select 1 from book where sheets <> (pages * 2) or (sheets is null and (pages * 2) is not null"
                                + " or sheets is not null and (pages * 2) is null)",
                        "alter table book drop column sheets",
                        "alter table book add sheets as (pages * 2) persisted");
    }

    @Test
    void keepsTheValuesOfAColumnThatIsGeneratedNoMore() {
        Field sheets = integer("sheets");

        assertThat(sql(BOOK.fields(sheets.generated(field("pages").times(2))), new AlterField("Book", sheets)))
                .containsExactly(
                        "select 1 from book where sheets is null",
                        "alter table book add kuaka__sheets int",
                        "update book set kuaka__sheets = sheets",
                        "alter table book drop column sheets",
                        "exec sp_rename 'book.kuaka__sheets', 'sheets', 'column'",
                        "alter table book alter column sheets int not null");
    }

    @Test
    void spellsTheRowsAfterAKeyWithoutComparingRows() {
        assertThat(GRAMMAR.keyAfter(List.of("a", "order", "c"), List.of("1", "2", "3")))
                .isEqualTo("a >= 1 and (a > 1 or a = 1 and ([order] > 2 or [order] = 2 and c > 3))");
    }

    @Test
    void insertsAThousandRowsAtMostWithOneStatement() {
        List<List<String>> rows = Collections.nCopies(2_001, List.of("1"));

        assertThat(GRAMMAR.insertRows(new TableName(null, "book"), List.of("pages"), rows))
                .extracting(statement -> statement.split("\\(1\\)", -1).length - 1)
                .containsExactly(1_000, 1_000, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alter database shop set recovery simple", "/* first */ Backup database shop to disk = 'x'"})
    void runsSomeStatementsOutsideOfATransaction(String statement) {
        assertThat(DIALECT.runsOutsideTransaction(Sql.of(statement))).isTrue();
    }

    @Test
    void runsOtherStatementsInsideOfATransaction() {
        assertThat(DIALECT.runsOutsideTransaction(Sql.of("alter table book add [database] int")))
                .isFalse();
    }

    private static List<String> sql(ModelState before, Operation operation) {
        return sql(ProjectState.empty().withModel("shop", before), operation);
    }

    private static List<String> sql(ProjectState before, Operation operation) {
        OperationContext context = new OperationContext(DIALECT, "shop", before, operation.apply("shop", before));
        SchemaEditor editor = DIALECT.editor();
        editor.begin(0, context);
        operation.execute(editor, context);
        return editor.finish().stream()
                .map(planned -> ((Sql) planned.statement()).text())
                .toList();
    }
}
