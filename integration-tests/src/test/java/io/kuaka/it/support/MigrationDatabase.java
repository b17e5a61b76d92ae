package io.kuaka.it.support;

import io.kuaka.executor.Executor;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.PlanStep;
import io.kuaka.graph.Target;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.Feature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A database, what is told of runs on it, and the shortest ways to ask for both. */
public record MigrationDatabase(Dialect dialect, Connection connection, List<String> told) implements AutoCloseable {
    public static MigrationDatabase on(Engine engine) throws SQLException {
        return of(engine.fresh());
    }

    /** Connects to a database that may have been used before. */
    public static MigrationDatabase of(TestDatabase database) throws SQLException {
        return new MigrationDatabase(Dialects.forUrl(database.url()), database.connect(), new ArrayList<>());
    }

    /** Returns a migration; {@code dependencies} are names. */
    public static MigrationNode node(String key, List<String> dependencies, Operation... operations) {
        return MigrationNode.of(
                MigrationKey.parse(key),
                dependencies.stream().map(MigrationKey::parse).toList(),
                List.of(operations));
    }

    /** Returns the migration as one that is no transaction. */
    public static MigrationNode nonAtomic(MigrationNode node) {
        return new MigrationNode(
                node.key(), node.dependencies(), List.of(), List.of(), Optional.empty(), false, node.operations());
    }

    public void migrate(List<MigrationNode> nodes, Target target) throws SQLException {
        migrate(nodes, target, LeaseTerms.standard());
    }

    public void migrate(List<MigrationNode> nodes, Target target, LeaseTerms terms) throws SQLException {
        MigrationGraph graph = MigrationGraph.of(nodes, applied());
        new Executor(dialect, connection, listener(), terms).run(graph, graph.plan(target));
    }

    public Executor executor() {
        return new Executor(dialect, connection, listener());
    }

    private MigrationListener listener() {
        return new MigrationListener() {
            @Override
            public void started(PlanStep step) {
                told.add("started " + step.key());
            }

            @Override
            public void resumed(PlanStep step, int done, int all) {
                told.add("resumed " + step.key() + " behind " + done + " of " + all);
            }

            @Override
            public void finished(PlanStep step, Duration duration, boolean faked) {
                told.add((faked ? "faked " : "finished ") + step.key());
            }

            @Override
            public void failed(PlanStep step) {
                told.add("failed " + step.key());
            }
        };
    }

    public Set<MigrationKey> applied() throws SQLException {
        return new Recorder(dialect).applied(connection).keySet();
    }

    /** Returns the migrations that were begun and not ended. */
    public Collection<JournalEntry> unfinished() throws SQLException {
        return OwnTables.of(dialect, connection)
                .journal()
                .unfinished(connection)
                .values();
    }

    public boolean isTransactional() {
        return dialect.grammar().supports(Feature.TRANSACTIONAL_DDL);
    }

    public long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public boolean hasTable(String name) throws SQLException {
        return dialect.introspector().tables(connection, null).stream()
                .anyMatch(table -> table.name().name().equalsIgnoreCase(name));
    }

    public List<String> indexes(String table) throws SQLException {
        return dialect.introspector().tables(connection, null).stream()
                .filter(each -> each.name().name().equalsIgnoreCase(table))
                .flatMap(each -> each.indexes().stream())
                .map(index -> index.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the columns of a table's primary key, in its order. */
    public List<String> primaryKey(String table) throws SQLException {
        return dialect.introspector().tables(connection, null).stream()
                .filter(each -> each.name().name().equalsIgnoreCase(table))
                .flatMap(each -> each.primaryKey().stream())
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
