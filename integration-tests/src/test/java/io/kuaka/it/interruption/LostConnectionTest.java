package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.ConnectionLostException;
import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says that has lost its connection: nothing that isn't known. */
class LostConnectionTest {
    private static final RunSql CUT = new RunSql("do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$");
    private static final List<MigrationNode> GROWING = List.of(
            node(
                    "shop.0001_book",
                    List.of(),
                    new CreateModel(
                            model("Book").table("book").fields(bigint("id").primaryKey()))),
            adding("shop.0002_title", "shop.0001_book", "title"),
            adding("shop.0003_place", "shop.0002_title", "place"),
            adding("shop.0004_isbn", "shop.0003_place", "isbn"));

    private static MigrationNode adding(String key, String before, String field) {
        return node(
                key, List.of(before), new AddField("Book", varchar(field, 20).nullable()));
    }

    @Test
    void aTransactionIsRolledBackUnlessItWasCommitting() throws SQLException {
        MigrationNode node = node("shop.0001_cut", List.of(), CUT);
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(List.of(node), Target.everything()))
                    .withMessageContaining(
                            "The connection is lost. No migration had completed in this run. The migration is rolled back,"
                                    + " unless it was committing at that moment. Run migrate again: the history says which.");
            assertThat(run.told()).endsWith("failed shop.0001_cut");
        }
    }

    /** The third of four ends the session of its run; the two before it are applied, and the history says so. */
    @Test
    void ofMigrationsThatWereSentTogetherTheHistorySaysWhichAreApplied() throws SQLException {
        TestDatabase database = Engine.POSTGRESQL.fresh();
        List<MigrationNode> nodes = new ArrayList<>(List.of(node("other.0001_initial", List.of())));
        try (MigrationDatabase run = MigrationDatabase.of(database)) {
            run.migrate(nodes, Target.everything());
            database.execute(
                    "create function cut() returns trigger language plpgsql as"
                            + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
                    "create trigger cut after insert on kuaka_migrations for each row"
                            + " when (new.name = '0003_place') execute function cut()");
            nodes.addAll(GROWING);

            assertThatExceptionOfType(ConnectionLostException.class)
                    .isThrownBy(() -> run.migrate(nodes, Target.everything()))
                    .withMessageContaining(
                            "The connection is lost. No migration had completed in this run. Those from shop.0001_book to"
                                    + " shop.0004_isbn were running, each in its own transaction: the history says which"
                                    + " of them are applied. Run migrate again for the rest.");
            assertThat(run.told()).containsExactly("started other.0001_initial", "finished other.0001_initial");
        }
        database.execute("drop trigger cut on kuaka_migrations");
        try (MigrationDatabase next = MigrationDatabase.of(database)) {
            assertThat(next.applied().stream().map(MigrationKey::toString))
                    .containsExactly("other.0001_initial", "shop.0001_book", "shop.0002_title");
            assertThat(next.count("select count(title) from book")).isZero();

            next.migrate(nodes, Target.everything());

            assertThat(next.told())
                    .containsExactly(
                            "started shop.0003_place",
                            "finished shop.0003_place",
                            "started shop.0004_isbn",
                            "finished shop.0004_isbn");
            assertThat(next.count("select count(place) + count(isbn) from book"))
                    .isZero();
        }
    }

    @Test
    void aStatementWithoutATransactionMayHaveCompleted() throws SQLException {
        MigrationNode node = nonAtomic(node("shop.0001_cut", List.of(), CUT));
        try (MigrationDatabase run = MigrationDatabase.on(Engine.POSTGRESQL)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(List.of(node), Target.everything()))
                    .withMessageContaining(
                            "The connection is lost. No migration had completed in this run. The statement may have"
                                    + " completed, too. Run migrate again: it checks that, and resumes.");
        }
    }
}
