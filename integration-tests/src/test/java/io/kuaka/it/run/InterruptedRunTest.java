package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.executor.UnfinishedMigrationException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RunJava;
import io.kuaka.operation.RunSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations that aren't one transaction and fail in the middle: on every database if they are {@code NonAtomic}. */
class InterruptedRunTest {
    private static final MigrationNode INITIAL = node(
            "shop.0001_initial",
            List.of(),
            new CreateModel(model("Book").table("book").fields(bigint("id").primaryKey(), varchar("title", 40))));
    private static final MigrationKey MORE = MigrationKey.parse("shop.0002_more");
    private static final Operation ISBN =
            new AddField("Book", varchar("isbn", 13).nullable());
    private static final Operation ROW =
            new RunSql("insert into book (id, title) values (1, 'x')", "delete from book where id = 1");
    private static final Operation OTHER_ROW =
            new RunSql("insert into book (id, title) values (2, 'y')", "delete from other where id = 2");
    private static final Operation PAGES = new AddField("Book", integer("pages").nullable());

    private static List<MigrationNode> nodes(Operation... operations) {
        return List.of(
                INITIAL, MigrationDatabase.nonAtomic(node(MORE.toString(), List.of("shop.0001_initial"), operations)));
    }

    /** Fails in its third statement as long as there is a row with the number 2. */
    private static MigrationDatabase brokenOff(Engine engine) throws SQLException {
        MigrationDatabase run = MigrationDatabase.on(engine);
        run.migrate(List.of(INITIAL), Target.everything());
        run.execute("insert into book (id, title) values (2, 'in the way')");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> run.migrate(nodes(ISBN, ROW, OTHER_ROW, PAGES), Target.everything()))
                .withMessageStartingWith(
                        "SQL failed in shop.0002_more on " + run.dialect().name() + ": ")
                .withMessageContaining(
                        "Statement: insert into book (id, title) values (2, 'y'). It is statement 3 of 4,"
                                + " part of operation 3 (Run SQL). Completed before it, and not rolled back: alter table ")
                .withMessageEndingWith(
                        "insert into book (id, title) values (1, 'x'). The migration isn't recorded as"
                                + " applied. Fix the cause and run migrate again: it resumes after these statements. If you undo them by hand, record that with 'kuaka migrate shop 0001_initial --fake'.");
        assertThat(run.count("select count(*) from book")).isEqualTo(2);
        run.told().clear();
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void goesOnBehindTheLastStatementThatRan(Engine engine) throws SQLException {
        try (MigrationDatabase run = brokenOff(engine)) {
            run.execute("delete from book where id = 2");

            run.migrate(nodes(ISBN, ROW, OTHER_ROW, PAGES), Target.everything());

            assertThat(run.told())
                    .containsExactly(
                            "started shop.0002_more",
                            "resumed shop.0002_more behind 2 of 4",
                            "finished shop.0002_more");
            assertThat(run.applied()).contains(MORE);
            assertThat(run.count("select count(*) from book where isbn is null and pages is null"))
                    .isEqualTo(2);
            assertThat(run.unfinished()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNotRunMayBeChangedAndWhatHasMayNot(Engine engine) throws SQLException {
        try (MigrationDatabase run = brokenOff(engine)) {
            assertThatExceptionOfType(UnfinishedMigrationException.class)
                    .isThrownBy(() -> run.migrate(nodes(PAGES, ISBN, ROW), Target.everything()))
                    .withMessageStartingWith(
                            "shop.0002_more was interrupted (forward) after 2 statements. These are no longer its first statements")
                    .withMessageContaining(
                            "If you have undone these statements by hand, record that with 'kuaka migrate shop"
                                    + " 0001_initial --fake'; if you have completed the rest by hand, with 'kuaka migrate shop"
                                    + " 0002_more --fake'.")
                    .withMessageEndingWith("Nothing was changed by this run.");
            assertThat(run.told()).isEmpty();

            run.migrate(nodes(ISBN, ROW, PAGES), Target.everything());

            assertThat(run.applied()).contains(MORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseRunsMeanwhile(Engine engine) throws SQLException {
        try (MigrationDatabase run = brokenOff(engine)) {
            assertThatExceptionOfType(UnfinishedMigrationException.class)
                    .isThrownBy(() -> run.migrate(nodes(ISBN, ROW, OTHER_ROW, PAGES), Target.zero("shop")))
                    .withMessageContaining("Finish it first: migrate to it, and the run resumes.");

            MigrationGraph graph = MigrationGraph.of(nodes(ISBN), run.applied());
            run.executor().fake(graph, graph.plan(Target.everything()));

            assertThat(run.unfinished()).isEmpty();
            run.migrate(nodes(ISBN), Target.zero("shop"));
            assertThat(run.hasTable("book")).isFalse();
        }
    }

    /** Its release may have been taken back. */
    @ParameterizedTest
    @EnumSource
    void aMigrationThatTheProjectDoesNotHaveIsLeftToTheReleaseThatHasIt(Engine engine) throws SQLException {
        try (MigrationDatabase run = brokenOff(engine)) {
            assertThatExceptionOfType(UnfinishedMigrationException.class)
                    .isThrownBy(() -> run.migrate(
                            List.of(INITIAL, node("shop.0002_other", List.of("shop.0001_initial"), PAGES)),
                            Target.everything()))
                    .withMessageContaining(
                            "This project doesn't have it, or has squashed it. Run the release that has it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWayBackGoesOnToo(Engine engine) throws SQLException {
        List<MigrationNode> nodes = nodes(ISBN, OTHER_ROW, ROW);
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            run.migrate(nodes, Target.everything());
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.at(INITIAL.key())))
                    .withMessageContaining("It is statement 2 of 3, part of operation 2 (Run SQL).")
                    .withMessageContaining("The migration isn't recorded as unapplied.");
            assertThatExceptionOfType(UnfinishedMigrationException.class)
                    .isThrownBy(() -> run.migrate(
                            List.of(nodes.get(0), nodes.get(1), node("shop.0003_last", List.of("shop.0002_more"))),
                            Target.everything()))
                    .withMessageContaining("Finish it first: migrate to its predecessor");
            run.execute("create table other (id integer)");

            run.migrate(nodes, Target.at(INITIAL.key()));

            assertThat(run.applied()).containsExactly(INITIAL.key());
            assertThat(run.count("select count(*) from book")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationOfWhichNothingStaysIsNotBrokenOff(Engine engine) throws SQLException {
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() ->
                            run.migrate(nodes(new RunSql("insert into bok values (1)"), ISBN), Target.everything()))
                    .withMessageContaining(
                            "It is statement 1 of 2, part of operation 1 (Run SQL). No statement had completed before it.");

            assertThat(run.unfinished()).isEmpty();
            run.migrate(nodes(ISBN), Target.zero("shop"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    void codeAndItsNoteAreOneTransaction(Engine engine) throws SQLException {
        RunJava code = new RunJava(models -> {
            models.get("Book").create(Map.of("id", 7L, "title", "z"));
            if (models.get("Book").all().count() < 2) {
                throw new IllegalStateException("Too few.");
            }
        });
        List<MigrationNode> nodes = List.of(
                INITIAL,
                node(MORE.toString(), List.of("shop.0001_initial"), ISBN, code, new RemoveField("Book", "isbn")));
        try (MigrationDatabase run = MigrationDatabase.on(engine)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageStartingWith("Java code failed in shop.0002_more on "
                            + run.dialect().name() + ":")
                    .withMessageContaining("Too few. (InterruptedRunTest.java, line ")
                    .withMessageContaining("It is statement 2 of 3, part of operation 2 (Run Java).");
            assertThat(run.count("select count(*) from book")).isZero();
            run.execute("insert into book (id, title) values (1, 'x')");

            run.migrate(nodes, Target.everything());

            assertThat(run.count("select count(*) from book")).isEqualTo(2);
        }
    }

    /** Without an end to the wait, a transaction that somebody forgot would block every migration. */
    @Test
    void aWaitForALockOfH2EndsAndTheNextRunGoesOn() throws SQLException {
        try (MigrationDatabase run = MigrationDatabase.on(Engine.H2);
                Connection other = DriverManager.getConnection(
                        run.connection().getMetaData().getURL(), "sa", "")) {
            run.migrate(List.of(INITIAL), Target.everything());
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("insert into book (id, title) values (1, 'uncommitted')");
            }

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(nodes(ISBN), Target.everything()))
                    .withMessageStartingWith("SQL failed in shop.0002_more on h2: Timeout trying to lock table");

            other.commit();
            run.migrate(nodes(ISBN), Target.everything());
            assertThat(run.count("select count(*) from book where isbn is null"))
                    .isEqualTo(1);
        }
    }
}
