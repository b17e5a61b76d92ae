package io.kuaka.it.run;

import static io.kuaka.it.support.MigrationDatabase.node;
import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.RecordingConnection;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SQLite doesn't wait for the disk at each commit as long as nothing could be lost, but at the last one. */
class EmptyDatabaseTest {
    private static final String OFF = "pragma synchronous = off";
    private static final String FULL = "pragma synchronous = 2";

    private static List<String> statements(TestDatabase database, MigrationNode node) throws SQLException {
        String url = database.url().replace("synchronous=OFF", "synchronous=FULL");
        TestDatabase durable = new TestDatabase(Engine.SQLITE, url, "", "");
        try (Connection connection = durable.connect()) {
            RecordingConnection recording = new RecordingConnection(connection);
            Dialect dialect = Dialects.forUrl(url);
            MigrationGraph graph = MigrationGraph.of(
                    List.of(node), new Recorder(dialect).applied(connection).keySet());
            new Executor(dialect, recording.asConnection(), MigrationListener.silent())
                    .run(graph, graph.plan(Target.everything()));
            return recording.takeStatements();
        }
    }

    private static MigrationNode creating(String app, String table) {
        return node(
                app + ".0001_initial",
                List.of(),
                new CreateModel(model("Thing").table(table).fields(bigint("id").primaryKey())));
    }

    @Test
    void onlyTheLastWriteOfARunOnANewDatabaseWaitsForTheDisk() throws SQLException {
        TestDatabase database = Engine.SQLITE.fresh();

        List<String> first = statements(database, creating("shop", "thing"));
        String lastWrite = first.stream()
                .filter(sql -> sql.startsWith("update kuaka_lock"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        String creation = first.stream()
                .filter(sql -> sql.contains("create table thing"))
                .findFirst()
                .orElseThrow();
        assertThat(first).containsSubsequence(OFF, creation, FULL, lastWrite);

        assertThat(statements(database, creating("other", "other_thing"))).doesNotContain(OFF);
    }
}
