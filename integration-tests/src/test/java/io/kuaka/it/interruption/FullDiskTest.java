package io.kuaka.it.interruption;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.executor.MigrationFailedException;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.MigrationDatabase;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.RunSql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that is full, which SQLite can be told to believe. */
class FullDiskTest {
    private static final List<MigrationNode> NODES = List.of(
            node(
                    "shop.0001_initial",
                    List.of(),
                    new CreateModel(
                            model("Book").table("book").fields(bigint("id").primaryKey()))),
            node(
                    "shop.0002_rows",
                    List.of("shop.0001_initial"),
                    new RunSql(
                            "insert into book with recursive n(id) as (values (1) union all select id + 1 from n where id"
                                    + " < 100000) select id from n")));

    @Test
    void aMigrationThatFindsNoSpaceIsRolledBackAndRunsOnceThereIsSome() throws SQLException {
        try (MigrationDatabase run = MigrationDatabase.on(Engine.SQLITE)) {
            run.execute("pragma max_page_count = 100");

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run.migrate(NODES, Target.everything()))
                    .withMessageContaining("database or disk is full")
                    .withMessageContaining("The migration was rolled back.");
            assertThat(run.applied()).containsExactly(MigrationKey.parse("shop.0001_initial"));

            run.execute("pragma max_page_count = 100000");
            run.migrate(NODES, Target.everything());
            assertThat(run.count("select count(*) from book")).isEqualTo(100_000);
        }
    }
}
