package io.kuaka.impact;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.expression.Expression.sql;
import static io.kuaka.state.Fields.*;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelTable;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLossTest {
    private static final ModelKey BOOK = ModelKey.parse("catalog.Book");
    private static final ProjectState SHOP = ProjectState.empty()
            .withModel(
                    "catalog",
                    model("Book")
                            .table("book")
                            .fields(
                                    bigint("id").primaryKey(),
                                    varchar("title", 100),
                                    decimal("price", 10, 2),
                                    integer("pages").nullable()));

    @Test
    void saysWhatIsDropped() {
        assertThat(losses(new RemoveField("Book", "pages")))
                .containsExactly("Drops the column \"pages\" of \"book\" with all its values.");
        assertThat(losses(new DeleteModel("Book"))).containsExactly("Drops the table \"book\" with all its rows.");
    }

    @Test
    void saysWhatBecomesNarrower() {
        assertThat(losses(new AlterField("Book", varchar("title", 50))))
                .containsExactly(
                        "Changes the type of \"title\" of \"book\"; values that don't fit make the migration fail.");
        assertThat(losses(new AlterField("Book", integer("pages"))))
                .containsExactly("Makes \"pages\" of \"book\" NOT NULL; rows with null make the migration fail.");
    }

    @Test
    void saysNothingOfNullThatTheOperationFills() {
        assertThat(losses(new AlterField("Book", integer("pages"), Expression.value(0))))
                .isEmpty();
    }

    @Test
    void namesTheConstantsThatAnEnumLoses() {
        ProjectState state = SHOP.updateModel(BOOK, book -> book.fields(enumeration("format", "HARD", "SOFT", "E")));

        assertThat(losses(state, new AlterField("Book", enumeration("format", "SOFT"))))
                .containsExactly("Removes HARD, E from the enum \"format\" of \"book\"; rows with removed values make"
                        + " the migration fail.");
    }

    @Test
    void moreDigitsBehindThePointLeaveFewerBeforeIt() {
        assertThat(losses(new AlterField("Book", decimal("price", 10, 4)))).hasSize(1);
        assertThat(losses(new AlterField("Book", decimal("price", 12, 4)))).isEmpty();
    }

    @Test
    void saysWhichRulesRowsMayBreak() {
        assertThat(losses(new AddConstraint(
                        "Book", check("book_pages", field("pages").gt(0)))))
                .containsExactly(
                        "Adds the constraint \"book_pages\" to \"book\"; rows that violate it make the migration fail.");
        assertThat(losses(new AlterField("Book", varchar("title", 100).unique())))
                .containsExactly("Makes \"title\" of \"book\" unique; duplicate values make the migration fail.");
    }

    /** A reference beside its plain id was said to lose its values. */
    @ParameterizedTest
    @CsvSource({"shared, true", "SHARED, true", "`shared`, false", "`Shared`, false"})
    void saysNothingOfColumnsThatAnotherFieldKeeps(String spelled, boolean isSame) {
        ProjectState state = SHOP.updateModel(
                BOOK, book -> book.withField(bigint("one").column("shared").nullable())
                        .withField(bigint("other").column(spelled).nullable()));

        assertThat(losses(state, new RemoveField("Book", "one")).isEmpty()).isEqualTo(isSame);
    }

    @Test
    void saysWhatComesBackWithoutItsValues() {
        ProjectState removed = new RemoveField("Book", "price").apply("catalog", SHOP);
        Operation addPrice = new AddField("Book", decimal("price", 10, 2));
        Operation createBook = new CreateModel(SHOP.model(BOOK));

        assertThat(DataLossReader.backward(addPrice, removed, SHOP).stream().map(DataLoss::describe))
                .containsExactly(
                        "Restores the column \"price\" of \"book\" without its values; rows get neutral values.");
        assertThat(DataLossReader.backward(createBook, ProjectState.empty(), SHOP).stream()
                        .map(DataLoss::describe))
                .containsExactly("Restores the table \"book\" without its rows.");
    }

    @Test
    void saysWhichSqlDoesNotFollowARename() {
        ProjectState state = SHOP.updateModel(
                BOOK,
                book -> book.constraints(
                        check("book_pages", sql("pages > (select 1) and book.id > 0")),
                        check("book_price", sql("price > 0 and book.pages > 0"))));

        assertThat(losses(state, new RenameField("Book", "pages", "leaves")))
                .containsExactly(
                        "Renames the column \"pages\" of \"book\", which the SQL of the constraint \"book_pages\""
                                + " may mention. Kuaka can't read that SQL and leaves it unchanged; adapt it if it"
                                + " does.");
        assertThat(losses(state, new AlterModelTable("Book", "novel", null)))
                .containsExactly(
                        "Renames the table \"book\", which the SQL of the constraint \"book_pages\" may mention."
                                + " Kuaka can't read that SQL and leaves it unchanged; adapt it if it does.");
        assertThat(losses(state, new RenameField("Book", "price", "cost"))).isEmpty();
    }

    @Test
    void saysWhichColumnsAReferenceLeaves() {
        ProjectState state = SHOP.withModel(
                        "catalog",
                        model("Shelf")
                                .fields(
                                        integer("room").primaryKey(),
                                        integer("place").primaryKey()))
                .withModel(
                        "catalog",
                        model("Loan").fields(reference("item", "catalog.Shelf").columns("room", "place")));

        assertThat(losses(state, new AlterField("Loan", reference("item", "catalog.Book"))))
                .containsExactly("Drops the columns \"room\", \"place\" of \"Loan\" with all their values.");
        assertThat(losses(
                        state,
                        new AlterField(
                                "Loan", reference("item", "catalog.Shelf").toFields("room"))))
                .as("values are translated")
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatKeepsAllValues() {
        assertThat(losses(new RenameField("Book", "title", "name"))).isEmpty();
        assertThat(losses(new RenameModel("Book", "Novel"))).isEmpty();
        assertThat(losses(new AlterField("Book", text("title")))).isEmpty();
        assertThat(losses(new AlterField("Book", bigint("pages").nullable()))).isEmpty();
        assertThat(losses(new AddField("Book", integer("copies"), Expression.value(0))))
                .isEmpty();
    }

    private static List<String> losses(Operation operation) {
        return losses(SHOP, operation);
    }

    private static List<String> losses(ProjectState state, Operation operation) {
        MigrationNode migration = MigrationNode.of(
                MigrationKey.parse("catalog.0002_x"),
                List.of(MigrationKey.parse("catalog.0001_initial")),
                List.of(operation));
        return OperationLosses.describe(DataLossReader.of(migration, state));
    }
}
