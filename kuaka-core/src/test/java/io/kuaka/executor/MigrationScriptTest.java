package io.kuaka.executor;

import static io.kuaka.expression.Expression.field;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.index;
import static io.kuaka.state.Indexes.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.Target;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.migration.TransactionForbiddenException;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AddIndexConcurrently;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameField;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.state.Indexes;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationScriptTest {
    private static final MigrationNode FIRST = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), varchar("title", 40))));
    private static final MigrationNode SECOND = node(
            "shop.0002_more",
            List.of("shop.0001_initial"),
            new AlterField("Book", varchar("title", 80)),
            new AddField("Book", integer("pages").nullable()),
            new RunSql("update book set pages = 1", "update book set pages = null"),
            new SeparateDatabaseAndState(List.of(), List.of(new RenameField("Book", "pages", "sheets"))),
            new RunJava(models -> {}, RunJava.NOOP));

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "sqlserver"})
    void isTextForPeopleToReview(String database) {
        Dialect dialect = Dialects.named(database);
        ProjectState between = FIRST.apply(ProjectState.empty());

        MigrationScript forward = MigrationScript.of(dialect, SECOND, Direction.FORWARD, between);
        MigrationScript backward = MigrationScript.of(dialect, SECOND, Direction.BACKWARD, between);

        Golden.assertGolden("scripts/" + database + ".sql", forward.text() + "\n-- and back\n" + backward.text());
    }

    @Test
    void printsStatementsUnderTheirOperationsWhereTheyRunInAnotherOrder() {
        MigrationNode node = node(
                "shop.0002_tags",
                List.of("shop.0001_initial"),
                new AlterField("Book", varchar("title", 50)),
                new CreateModel(model("Tag").table("tag").fields(bigint("id").primaryKey())),
                new RunSql(" ", ""));
        ProjectState between = FIRST.apply(ProjectState.empty());

        String text = MigrationScript.of(Dialects.named("sqlite"), node, Direction.FORWARD, between)
                .text();

        assertThat(text)
                .containsSubsequence("Create model Tag", "create table tag", "Alter field", "create table new__book");
        assertThat(text).endsWith("-- Run SQL\n--\n-- (no-op)\nCOMMIT;\npragma foreign_keys = on;\n");
        assertThat(text.split("\\(no-op\\)")).hasSize(2);
    }

    /** The two changes of the table were made as one once, which added the column a second time. */
    @Test
    void makesNoChangeThatOnlyTheStateGoesThroughBetweenTwoOthers() {
        MigrationNode node = node(
                "shop.0002_known",
                List.of("shop.0001_initial"),
                new AddField("Book", integer("pages").nullable()),
                new SeparateDatabaseAndState(
                        List.of(), List.of(new AddField("Book", integer("known").nullable()))),
                new AddField("Book", integer("weight").nullable()));
        ProjectState between = FIRST.apply(ProjectState.empty());

        String text = MigrationScript.of(Dialects.named("sqlite"), node, Direction.FORWARD, between)
                .text();

        assertThat(text)
                .containsSubsequence("add column pages", "add column weight")
                .doesNotContain("column known");
    }

    @Test
    void saysWhichOperationsAreMadeTogetherWithLaterOnes() {
        MigrationNode node = node(
                "shop.0002_together",
                List.of("shop.0001_initial"),
                new AlterField("Book", varchar("title", 50)),
                new AlterField("Book", varchar("title", 50).comment("not kept by SQLite")),
                new AlterField("Book", varchar("title", 50).nullable()));

        MigrationScript script = MigrationScript.of(
                Dialects.named("sqlite"), node, Direction.FORWARD, FIRST.apply(ProjectState.empty()));

        assertThat(script.joined()).containsExactly(0);
        assertThat(script.text())
                .containsSubsequence("(executed together with a later operation)", "(no-op)", "create table new__book")
                .containsOnlyOnce("create table new__");
    }

    @Test
    void saysWhatTheDatabaseCannotHave() {
        MigrationNode node = node(
                "shop.0002_rules",
                List.of("shop.0001_initial"),
                new AddIndex(
                        "Book",
                        index("book_part_idx").on("title").where(field("title").ne(""))),
                new AddConstraint("Book", unique("book_late_key").on("title").deferred()),
                new RenameField("Book", "title", "heading"));
        ProjectState between = FIRST.apply(ProjectState.empty());

        String text = MigrationScript.of(Dialects.named("h2"), node, Direction.FORWARD, between)
                .text();

        assertThat(text).containsOnlyOnce("-- Left out: index \"book_part_idx\"\n");
        assertThat(text).containsOnlyOnce("-- Left out: \"deferred\" of unique constraint \"book_late_key\"\n");
        assertThat(text).doesNotContain("(no-op)");
    }

    /** Elsewhere a refusal is rolled back, wherever it comes. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb", "mysql", "postgresql", "sqlite"})
    void namesWhatStopsItBeforeItsFirstStatementWhereNothingIsRolledBack(String database) {
        ProjectState between = FIRST.apply(ProjectState.empty());
        MigrationNode node = node(
                "shop.0002_rule",
                List.of("shop.0001_initial"),
                new AddField("Book", integer("pages").nullable()),
                new AddConstraint("Book", unique("book_title_key").on("title")));
        MigrationScript script = MigrationScript.of(Dialects.named(database), node, Direction.FORWARD, between);

        if (script.transactional()) {
            assertThat(script.firstChecks()).isEmpty();
        } else {
            assertThat(script.firstChecks()).singleElement().asString().contains("has duplicate values in \"title\"");
        }
    }

    @Test
    void hasNoTransactionWhenTheMigrationWantsNone() {
        MigrationNode plain = node("shop.0002_index", List.of(), concurrently());
        MigrationNode nonAtomic = new MigrationNode(
                plain.key(), List.of(), List.of(), List.of(), Optional.empty(), false, plain.operations());
        Dialect dialect = Dialects.named("postgresql");
        ProjectState between = FIRST.apply(ProjectState.empty());

        assertThat(MigrationScript.of(dialect, nonAtomic, Direction.FORWARD, between)
                        .text())
                .isEqualTo("--\n-- Concurrently create index book_title_idx on field(s) title of model Book\n--\n"
                        + "-- Cleans up if the next statement failed in an earlier run:\n"
                        + "do $$ begin if exists (select from pg_index where indexrelid ="
                        + " to_regclass('book_title_idx') and not indisvalid)"
                        + " then drop index book_title_idx; end if; end $$;\n"
                        + "create index concurrently book_title_idx on book (title);\n");
        assertThatExceptionOfType(TransactionForbiddenException.class)
                .isThrownBy(() -> MigrationScript.of(dialect, plain, Direction.FORWARD, between))
                .withMessageContaining("shop.0002_index, operation 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql | create unique index concurrently a on book (title) | true",
                "postgresql | alter table \"book\" detach partition old_book concurrently | true",
                "postgresql | reindex (verbose) index concurrently a | true",
                "postgresql | /* now */ VACUUM full | true",
                "postgresql | create index concurrently_made on book (title) | false",
                "postgresql | update book set title = 'vacuum' | false",
                "sqlite | vacuum | true",
                "sqlite | create view vacuum as select 1 | false",
                "mysql | vacuum | false"
            })
    void refusesSqlThatTheDatabaseDoesOutsideOfTransactionsOnly(String database, String sql, boolean isRefused) {
        MigrationNode node = node("shop.0002_sql", List.of(), new RunSql("select 1; " + sql));
        ThrowingCallable script = () -> MigrationScript.of(
                Dialects.named(database), node, Direction.FORWARD, FIRST.apply(ProjectState.empty()));

        if (isRefused) {
            assertThatExceptionOfType(TransactionForbiddenException.class)
                    .isThrownBy(script)
                    .withMessageContaining("shop.0002_sql, operation 1");
        } else {
            assertThatCode(script).doesNotThrowAnyException();
        }
    }

    @Test
    void asksForOperationsOnlyWhereSomethingIsToBeDone() {
        AtomicInteger asked = new AtomicInteger();
        MigrationNode counting =
                new MigrationNode(FIRST.key(), List.of(), List.of(), List.of(), Optional.empty(), true, () -> {
                    asked.incrementAndGet();
                    return FIRST.operations().get();
                });
        MigrationGraph graph = MigrationGraph.of(List.of(counting), Set.of(FIRST.key()));

        Plan nothing = graph.plan(Target.everything());

        assertThat(Scripts.of(Dialects.named("sqlite"), graph, nothing, TimeLimits.none()))
                .isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void meetsTheTableAsItIsEvenWhenAnotherBranchChangedIt() {
        MigrationNode left =
                node("shop.0002_a", List.of("shop.0001_initial"), new AlterField("Book", varchar("title", 50)));
        MigrationNode right = node(
                "shop.0002_b",
                List.of("shop.0001_initial"),
                new AddField("Book", integer("left_there").nullable()));
        MigrationGraph graph = MigrationGraph.of(
                List.of(FIRST, left, right), Set.of(FIRST.key(), left.key(), right.key(), key("gone.0001_x")));
        Plan plan = new Plan(
                graph.plan(Target.at(FIRST.key())).steps().stream()
                        .filter(step -> step.key().equals(left.key()))
                        .toList(),
                new TreeSet<>());

        List<MigrationScript> scripts = Scripts.of(Dialects.named("sqlite"), graph, plan, TimeLimits.none());

        assertThat(scripts).singleElement().satisfies(script -> assertThat(script.text())
                .contains("left_there"));
    }

    private static Operation concurrently() {
        return new AddIndexConcurrently("Book", Indexes.index("book_title_idx").on("title"));
    }

    private static MigrationKey key(String text) {
        return MigrationKey.parse(text);
    }

    private static MigrationNode node(String key, List<String> dependencies, Operation... operations) {
        return MigrationNode.of(
                key(key), dependencies.stream().map(MigrationKey::parse).toList(), List.of(operations));
    }

    @Test
    void theSettingsThatLimitStatementsAreVisible() {
        TimeLimits limits = TimeLimits.of(Duration.ofSeconds(5), Duration.ofSeconds(90));

        assertThat(text("postgresql", SECOND, limits))
                .startsWith("BEGIN;\nset local statement_timeout = '90s';\n")
                .containsOnlyOnce("set local lock_timeout = '5s';\nalter table")
                .endsWith("COMMIT;\n");
        assertThat(text("mariadb", SECOND, limits))
                .startsWith("set session max_statement_time = 90;\n")
                .containsOnlyOnce("set session lock_wait_timeout = 5;\nalter table")
                .endsWith("set session lock_wait_timeout = default;\nset session max_statement_time = default;\n");
        assertThat(text("sqlite", SECOND, limits)).isEqualTo(text("sqlite", SECOND, TimeLimits.none()));
    }

    private static String text(String database, MigrationNode node, TimeLimits limits) {
        ProjectState before = FIRST.apply(ProjectState.empty());
        return MigrationScript.of(Dialects.named(database), node, Direction.FORWARD, before, limits)
                .text();
    }
}
