package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.it.support.MigrationDatabase.nonAtomic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.RunSql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says that has lost its connection: nothing that isn't known. */
class LostConnectionTest {
    private static final RunSql CUT = new RunSql("do $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$");

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
