package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.lease.LeaseLostException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialects;
import io.kuaka.state.Field;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs plans on real databases: what they leave behind when all goes well, and when it doesn't. */
class ExecutorTest {
    private static final Operation BOOK =
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), varchar("title", 40)));

    static Stream<Engine> engines() {
        return Stream.of(Engine.values()).filter(engine -> Dialects.all().stream()
                .anyMatch(dialect -> dialect.name().equalsIgnoreCase(engine.name())));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void appliesTakesBackAndAppliesAgain(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node(
                        "shop.0002_isbn",
                        List.of("shop.0001_initial"),
                        new AddField("Book", varchar("isbn", 13).nullable()),
                        new RunSql("insert into book (id, title, isbn) values (1, 'x', 'y')", "delete from book"),
                        new RunJava(
                                models -> models.get("Book").create(Map.of("id", 2L, "title", "z")), RunJava.NOOP)));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());
            assertThat(run.count("select count(*) from book")).isEqualTo(2);
            assertThat(run.applied()).containsExactlyInAnyOrder(key("shop.0001_initial"), key("shop.0002_isbn"));
            assertThat(run.told())
                    .containsExactly(
                            "started shop.0001_initial",
                            "finished shop.0001_initial",
                            "started shop.0002_isbn",
                            "finished shop.0002_isbn");

            run.migrate(nodes, Target.zero("shop"));
            assertThat(run.applied()).isEmpty();
            assertThat(run.hasTable("book")).isFalse();
            assertThat(run.hasTable(OwnNames.standard().history())).isTrue();

            run.migrate(nodes, Target.everything());
            assertThat(run.count("select count(*) from book")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void saysWhoCreatesASchema(Engine engine) throws SQLException {
        Operation boat = new CreateModel(
                model("Boat").schema("fleet").fields(bigint("id").primaryKey()));
        List<MigrationNode> nodes = List.of(node("shop.0001_initial", List.of(), boat));
        List<MigrationNode> complete =
                List.of(node("shop.0001_initial", List.of(), new RunSql("create schema fleet"), boat));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageEndingWith(
                            "Kuaka creates no schemas. Create it by hand, or in a RunSql before this operation.");

            run.migrate(complete, Target.everything());

            assertThat(run.count("select count(*) from fleet.Boat")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void namesTheStatementThatFailedAndWhatIsLeft(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node(
                        "shop.0002_more",
                        List.of("shop.0001_initial"),
                        new RunSql("insert into book (id, title) values (1, 'x')"),
                        new RunSql("insert into bok (id, title) values (2, 'x')"),
                        new RunSql("insert into book (id, title) values (3, 'x')")));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.connection().setAutoCommit(false);

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageStartingWith(
                            "SQL failed in shop.0002_more on " + run.dialect().name() + ": ")
                    .withMessageContaining("Statement: insert into bok (id, title) values (2, 'x'). ")
                    .withMessageContaining(
                            run.isTransactional()
                                    ? "The migration was rolled back."
                                    : "Completed before it, and not rolled back: insert into book (id, title) values (1, 'x').")
                    .satisfies(e -> assertThat(e.statement()).isEqualTo("insert into bok (id, title) values (2, 'x')"));

            assertThat(run.connection().getAutoCommit()).isFalse();
            assertThat(run.told()).endsWith("started shop.0002_more", "failed shop.0002_more");
            assertThat(run.applied()).containsExactly(key("shop.0001_initial"));
            assertThat(run.count("select count(*) from book")).isEqualTo(run.isTransactional() ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void runsEachStatementOfAScriptAndThoseThatGiveRowsBack(Engine engine) throws SQLException {
        String insert = "insert into book (id, title) values (3, 'r')" + (returnsRows(engine) ? " returning id" : "");
        List<MigrationNode> nodes = List.of(node(
                "shop.0001_initial",
                List.of(),
                BOOK,
                new RunSql("""
                        -- two books; and no more
                        insert into book (id, title) values (1, 'x;y');
                        insert into book (id, title) values (2, 'it''s; z');
                        """, ""),
                new RunSql("-- how many;\nselect count(*) from book", " -- nothing to do;"),
                new RunSql(List.of(insert, " "), RunSql.NOOP)));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());
            assertThat(run.count("select count(*) from book")).isEqualTo(3);

            run.migrate(nodes, Target.zero("shop"));
            assertThat(run.applied()).isEmpty();
        }
    }

    private static boolean returnsRows(Engine engine) {
        return switch (engine) {
            case SQLITE, POSTGRESQL, MARIADB -> true;
            case H2, MYSQL -> false;
        };
    }

    @Test
    void runsTriggersOfSqliteWhole() throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK, new RunSql("""
                        create trigger log after insert on book when new.title = 'x' begin
                            insert into book (id, title) values (new.id + 1, 'y');
                            insert into book (id, title) values (new.id + 2, case new.id when 1 then 'z' else '' end);
                        end;
                        insert into book (id, title) values (1, 'x');
                        """, "drop trigger log; delete from book")));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.SQLITE)) {
            run.migrate(nodes, Target.everything());

            assertThat(run.count("select count(*) from book where title in ('x', 'y', 'z')"))
                    .isEqualTo(3);
            run.migrate(nodes, Target.zero("shop"));
            assertThat(run.applied()).isEmpty();
        }
    }

    /** Some databases get all of them in one round trip. */
    @ParameterizedTest
    @MethodSource("engines")
    void namesTheOneOfSeveralMigrationsOfNewTablesThatFailed(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node("shop.0002_isbn", List.of("shop.0001_initial"), new AddField("Book", nullable("isbn"))),
                node(
                        "shop.0003_tag",
                        List.of("shop.0002_isbn"),
                        new AddField("Book", nullable("format")),
                        new CreateModel(
                                model("Tag").table("tag").fields(bigint("id").primaryKey()))),
                node("shop.0004_more", List.of("shop.0003_tag"), new AddField("Book", nullable("place"))));
        try (MigrationDatabase run = MigrationDatabase.on(engine);
                Statement other = run.connection().createStatement()) {
            other.execute("create table tag (id integer)");

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageStartingWith(
                            "SQL failed in shop.0003_tag on " + run.dialect().name() + ": ")
                    .withMessageContaining("operation 2 (Create model Tag)");

            assertThat(run.applied()).containsExactlyInAnyOrder(key("shop.0001_initial"), key("shop.0002_isbn"));
            assertThat(run.told())
                    .containsExactly(
                            "started shop.0001_initial",
                            "finished shop.0001_initial",
                            "started shop.0002_isbn",
                            "finished shop.0002_isbn",
                            "started shop.0003_tag",
                            "failed shop.0003_tag");

            other.execute("drop table tag");
            run.migrate(nodes, Target.everything());
            assertThat(run.applied()).hasSize(4);
        }
    }

    /** Such a driver sends the rest after an error: the history refuses it, because it lacks the one before. */
    @Test
    void nothingIsAppliedAfterAFailureWhateverTheDriverSends() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node("shop.0002_isbn", List.of("shop.0001_initial"), new AddField("Book", nullable("isbn"))),
                node(
                        "shop.0003_tag",
                        List.of("shop.0002_isbn"),
                        new CreateModel(
                                model("Tag").table("tag").fields(bigint("id").primaryKey()))),
                node("shop.0004_more", List.of("shop.0003_tag"), new AddField("Book", nullable("place"))));
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "preferQueryMode=simple";
        RecordingConnection recording =
                new RecordingConnection(DriverManager.getConnection(url, database.user(), database.password()));
        try (MigrationDatabase run =
                new MigrationDatabase(Dialects.forUrl(url), recording.asConnection(), new ArrayList<>())) {
            run.execute("create table tag (id integer)");

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageStartingWith("SQL failed in shop.0003_tag on postgresql: ");

            assertThat(recording.takeStatements())
                    .as("all were sent together")
                    .anyMatch(sql -> sql.contains("'0004_more'") && sql.contains("name = '0003_tag') then"));
            assertThat(run.applied()).containsExactlyInAnyOrder(key("shop.0001_initial"), key("shop.0002_isbn"));
            assertThat(run.count("select count(*) from information_schema.columns where column_name = 'place'"))
                    .isZero();

            run.execute("drop table tag");
            run.migrate(nodes, Target.everything());
            assertThat(run.applied()).hasSize(4);
            assertThat(run.count("select count(place) from book")).isZero();
        }
    }

    /** It was applied, but nobody was told. */
    @Test
    void aRunThatLosesItsLeaseWithinARoundTripTellsWhatItHasApplied() throws SQLException {
        List<MigrationNode> nodes = new ArrayList<>(List.of(node("other.0001_initial", List.of())));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.SQLITE)) {
            run.migrate(nodes, Target.everything());
            run.told().clear();
            run.execute("create trigger takes_over after insert on kuaka_migrations when new.name = '0001_book' begin"
                    + " update kuaka_lock set owner = 'other', fence = fence + 1; end");
            nodes.add(node("shop.0001_book", List.of(), BOOK));
            nodes.add(node("shop.0002_isbn", List.of("shop.0001_book"), new AddField("Book", nullable("isbn"))));

            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()));

            assertThat(run.told()).containsExactly("started shop.0001_book", "finished shop.0001_book");
        }
    }

    /** For the history, for all of Kuaka's tables before the lease is taken, and for the plan that is made after that. */
    @Test
    void aRunAsksOnceForEachLookInWhichSchemasTablesAreSearchedFor() throws SQLException {
        RecordingConnection recording =
                new RecordingConnection(Engine.POSTGRESQL.fresh().connect());
        try (MigrationDatabase run =
                new MigrationDatabase(Dialects.named("postgresql"), recording.asConnection(), new ArrayList<>())) {
            run.migrate(List.of(node("shop.0001_initial", List.of(), BOOK)), Target.everything());

            assertThat(recording.takeStatements())
                    .filteredOn(sql -> sql.contains("current_schemas"))
                    .hasSize(3);
        }
    }

    private static Field nullable(String name) {
        return varchar(name, 13).nullable();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void rollsJavaCodeBackWhenItThrows(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node("shop.0002_fill", List.of("shop.0001_initial"), new RunJava(models -> {
                    models.get("Book").create(Map.of("id", 2L, "title", "z"));
                    throw new IllegalStateException("Enough.");
                })));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageStartingWith("Java code failed in shop.0002_fill on "
                            + run.dialect().name()
                            + ": java.lang.IllegalStateException: Enough. (ExecutorTest.java, line ")
                    .withMessageNotContaining("SQL");

            assertThat(run.count("select count(*) from book")).isZero();
            assertThat(run.connection().getAutoCommit()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void leavesTheConnectionUsableAfterAnError(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(node("shop.0001_initial", List.of(), BOOK, new RunJava(models -> {
            throw new AssertionError("Not an exception.");
        })));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageContaining("java.lang.AssertionError: Not an exception. (ExecutorTest.java, line ");

            assertThat(run.applied()).isEmpty();
            assertThat(run.hasTable("book")).isEqualTo(!run.isTransactional());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void keepsEachStatementOfANonAtomicMigration(Engine engine) throws SQLException {
        MigrationNode node = MigrationDatabase.nonAtomic(
                node("shop.0001_initial", List.of(), BOOK, new RunSql("insert into bok (id) values (1)")));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(List.of(node), Target.everything()))
                    .withMessageContaining("Completed before it, and not rolled back: create table")
                    .withMessageContaining("The migration isn't recorded as applied");

            assertThat(run.hasTable("book")).isTrue();
            assertThat(run.applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void changesNothingWhenAnyMigrationOfThePlanHasNoWayBack(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(
                node("shop.0001_initial", List.of(), BOOK),
                node("shop.0002_fill", List.of("shop.0001_initial"), new RunSql("delete from book")),
                node(
                        "shop.0003_isbn",
                        List.of("shop.0002_fill"),
                        new AddField("Book", varchar("isbn", 13).nullable())));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());
            Set<MigrationKey> before = run.applied();

            assertThatExceptionOfType(IrreversibleOperationException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.zero("shop")))
                    .withMessage(
                            "Cannot reverse shop.0002_fill, operation 1 (Run SQL): it has no reverse SQL. Pass one to RunSql, or use --fake.");

            assertThat(run.applied()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void fakesByChangingTheHistoryAlone(Engine engine) throws SQLException {
        List<MigrationNode> nodes = List.of(node("shop.0001_initial", List.of(), BOOK));
        MigrationGraph graph = MigrationGraph.of(nodes);
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.executor().fake(graph, graph.plan(Target.everything()));

            assertThat(run.applied()).containsExactly(key("shop.0001_initial"));
            assertThat(run.hasTable("book")).isFalse();
            assertThat(run.told()).containsExactly("started shop.0001_initial", "faked shop.0001_initial");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void readsAnEmptyHistoryWithoutMakingTheTableOrBreakingATransaction(Engine engine) throws SQLException {
        try (MigrationDatabase run = MigrationDatabase.on(engine);
                Statement statement = run.connection().createStatement()) {
            statement.execute("create table note (id integer)");
            run.connection().setAutoCommit(false);
            statement.execute("insert into note values (1)");

            assertThat(run.applied()).isEmpty();

            statement.execute("insert into note values (2)");
            run.connection().commit();
            assertThat(run.hasTable(OwnNames.standard().history())).isFalse();
            assertThat(run.count("select count(*) from note")).isEqualTo(2);
        }
    }

    @Test
    void leavesForeignKeysOfSqliteOnOrOffAsTheyWere() throws SQLException {
        List<MigrationNode> nodes = List.of(node("shop.0001_initial", List.of(), BOOK));
        for (String setting : List.of("on", "off")) {
            try (MigrationDatabase run = MigrationDatabase.on(Engine.SQLITE);
                    Statement statement = run.connection().createStatement()) {
                statement.execute("pragma foreign_keys = " + setting);
                long before = run.count("pragma foreign_keys");

                run.migrate(nodes, Target.everything());
                run.migrate(nodes, Target.zero("shop"));

                assertThat(run.count("pragma foreign_keys")).isEqualTo(before);
            }
        }
    }

    private static MigrationKey key(String text) {
        return MigrationKey.parse(text);
    }
}
