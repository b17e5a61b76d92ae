package io.kuaka.executor;

import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.PlannedStatement;
import io.kuaka.schema.Sql;
import io.kuaka.schema.SqlFailedException;
import io.kuaka.schema.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs plans on one database.
 *
 * <p>All statements of all migrations are made before the first one runs, so that a plan that can't be carried out changes
 * nothing. A migration and its row in the history are one transaction where the database has such for changes of the
 * schema. The connection is the caller's: it is given back as it came, and never closed.
 */
public final class Executor {
    private static final System.Logger LOGGER = System.getLogger(Executor.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final Recorder recorder;
    private final MigrationListener listener;

    /** Makes an executor; {@code listener} is told of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener) {
        this.dialect = dialect;
        this.connection = connection;
        this.recorder = new Recorder(dialect);
        this.listener = listener;
    }

    /**
     * Runs a plan.
     *
     * @param graph the graph that made the plan
     * @throws MigrationFailedException when a statement fails; migrations before it stay applied
     */
    public void run(MigrationGraph graph, Plan plan) throws SQLException {
        if (plan.changesNothing()) {
            return;
        }
        List<MigrationScript> scripts = Scripts.of(dialect, graph, plan);
        withAutoCommit(() -> {
            createHistory();
            for (int i = 0; i < scripts.size(); i++) {
                run(plan.steps().get(i), scripts.get(i));
            }
            accept(recorder.record(plan.alsoRecord()));
        });
    }

    /** Changes the history as if the plan had been run, and nothing else. */
    public void fake(Plan plan) throws SQLException {
        if (plan.changesNothing()) {
            return;
        }
        withAutoCommit(() -> {
            createHistory();
            for (PlanStep step : plan.steps()) {
                listener.started(step);
                accept(history(step));
                listener.finished(step, Duration.ZERO, true);
            }
            accept(recorder.record(plan.alsoRecord()));
        });
    }

    private void createHistory() throws SQLException {
        if (!recorder.hasTable(connection)) {
            List<PlannedStatement> statements = recorder.createTable().stream()
                    .map(statement -> new PlannedStatement(0, statement))
                    .toList();
            new JdbcSink(connection, JdbcSink.Unit.STATEMENT).accept(statements);
        }
    }

    private List<Sql> history(PlanStep step) {
        return switch (step.direction()) {
            case FORWARD -> recorder.record(step.history());
            case BACKWARD -> recorder.unrecord(step.history());
        };
    }

    private void run(PlanStep step, MigrationScript script) {
        listener.started(step);
        long start = System.nanoTime();
        JdbcSink sink = new JdbcSink(connection, unit(script));
        try {
            sink.accept(all(step, script));
        } catch (SqlFailedException e) {
            rollBack(script, e);
            listener.failed(step);
            throw failure(step.key(), script, e, sink.done());
        } catch (RuntimeException | Error e) {
            rollBack(script, e);
            throw e;
        } finally {
            restore(script.restoring());
        }
        listener.finished(step, Duration.ofNanos(System.nanoTime() - start), false);
    }

    private static JdbcSink.Unit unit(MigrationScript script) {
        if (script.transactional()) {
            return JdbcSink.Unit.TRANSACTION;
        }
        return script.migration().atomic() ? JdbcSink.Unit.STATEMENT_OR_CALL : JdbcSink.Unit.STATEMENT;
    }

    private List<PlannedStatement> all(PlanStep step, MigrationScript script) {
        List<PlannedStatement> all = new ArrayList<>(planned(script.opening()));
        all.addAll(script.statements());
        all.addAll(planned(history(step)));
        all.addAll(planned(script.closing()));
        return all;
    }

    private void accept(List<Sql> statements) {
        new JdbcSink(connection, JdbcSink.Unit.STATEMENT).accept(planned(statements));
    }

    /** A lost connection can't be put back as it was; the reason of that is on its way to the caller already. */
    private void restore(List<Sql> statements) {
        try {
            accept(statements);
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The connection's settings could not be put back: {0}", e.reason());
        }
    }

    private static List<PlannedStatement> planned(List<? extends Statement> statements) {
        return statements.stream()
                .map(statement -> new PlannedStatement(0, statement))
                .toList();
    }

    private void rollBack(MigrationScript script, Throwable failure) {
        if (script.transactional()) {
            try {
                accept(List.of(Sql.of("rollback")));
            } catch (SqlFailedException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private MigrationFailedException failure(MigrationKey key, MigrationScript script, SqlFailedException e, int done) {
        String what = "SQL failed in " + key + " on " + dialect.name() + ": " + e.reason() + " Statement: "
                + e.statement() + (e.statement().endsWith(".") ? " " : ". ");
        String now = script.transactional() ? "The migration was rolled back." : remains(script, done);
        return new MigrationFailedException(key, what + now, e.statement(), e);
    }

    private static String remains(MigrationScript script, int done) {
        List<String> ran = Stream.concat(
                        script.opening().stream(), script.statements().stream().map(PlannedStatement::statement))
                .limit(done)
                .map(statement -> statement instanceof Sql sql ? sql.text() : "Java code")
                .toList();
        String stays = ran.isEmpty()
                ? "No statement had run before it."
                : "These had run before it and stay: " + String.join("; ", ran) + ".";
        return stays + " The migration isn't recorded as "
                + (script.direction() == Direction.FORWARD ? "applied" : "taken back")
                + ": undo them or finish the rest by hand, then migrate again or with --fake.";
    }

    private void withAutoCommit(Work work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        List<Sql> settings = dialect.settings(connection);
        try {
            work.run();
        } finally {
            restore(settings);
            if (!autoCommit && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        }
    }

    /** What is done while the connection commits by itself. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
