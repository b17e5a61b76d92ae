package io.kuaka.executor;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Runs plans on one database.
 *
 * <p>All statements of all migrations are made before the first one runs, so that a plan that can't be carried out changes
 * nothing. A migration and its row in the history are one transaction where the database has such for changes of the
 * schema; elsewhere a journal says how far it got. The connection is the caller's: it is given back as it came, and never closed.
 */
public final class Executor {
    private static final System.Logger LOGGER = System.getLogger(Executor.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final Recorder recorder;
    private final Journal journal;
    private final MigrationListener listener;

    /** Makes an executor; {@code listener} is told of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener) {
        this.dialect = dialect;
        this.connection = connection;
        this.recorder = new Recorder(dialect);
        this.journal = new Journal(dialect);
        this.listener = listener;
    }

    /**
     * Runs a plan. A migration that was broken off goes on behind the last statement that ran.
     *
     * @param graph the graph that made the plan
     * @throws MigrationFailedException when a statement fails; migrations before it stay applied
     * @throws UnfinishedMigrationException when the plan doesn't go on with a migration that was broken off
     */
    public void run(MigrationGraph graph, Plan plan) throws SQLException {
        if (plan.changesNothing()) {
            return;
        }
        List<MigrationScript> scripts = Scripts.of(dialect, graph, plan);
        withAutoCommit(() -> {
            Unfinished unfinished = Unfinished.read(dialect, connection);
            unfinished.requireContinuedBy(plan);
            unfinished.requireSameStatements(plan.steps(), scripts);
            createTables(!scripts.stream().allMatch(MigrationScript::transactional));
            for (int i = 0; i < scripts.size(); i++) {
                run(plan.steps().get(i), scripts.get(i), unfinished);
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
            Unfinished unfinished = Unfinished.read(dialect, connection);
            createTables(false);
            for (PlanStep step : plan.steps()) {
                listener.started(step);
                accept(history(step));
                if (unfinished.has(step)) {
                    accept(List.of(journal.end(step.key())));
                }
                listener.finished(step, Duration.ZERO, true);
            }
            accept(recorder.record(plan.alsoRecord()));
        });
    }

    /** Takes migrations out of the history, and does nothing else. */
    public void forget(Collection<MigrationKey> keys) throws SQLException {
        withAutoCommit(() -> accept(recorder.unrecord(keys)));
    }

    private void createTables(boolean withJournal) throws SQLException {
        if (!recorder.hasTable(connection)) {
            accept(recorder.createTable());
        }
        if (withJournal && !journal.hasTable(connection)) {
            accept(journal.createTable());
        }
    }

    private List<Sql> history(PlanStep step) {
        return switch (step.direction()) {
            case FORWARD -> recorder.record(step.history());
            case BACKWARD -> recorder.unrecord(step.history());
        };
    }

    private void run(PlanStep step, MigrationScript script, Unfinished unfinished) {
        listener.started(step);
        long start = System.nanoTime();
        try {
            if (script.transactional()) {
                runAtOnce(step, script);
            } else {
                runStepwise(step, script, unfinished);
            }
        } catch (MigrationFailedException e) {
            listener.failed(step);
            throw e;
        } finally {
            restore(script.restoring());
        }
        listener.finished(step, Duration.ofNanos(System.nanoTime() - start), false);
        script.unsupported().values().forEach(all -> all.forEach(what -> listener.unsupported(step, what)));
    }

    private void runAtOnce(PlanStep step, MigrationScript script) {
        JdbcSink sink = new JdbcSink(dialect, connection, JdbcSink.Unit.TRANSACTION);
        try {
            List<PlannedStatement> all = new ArrayList<>(planned(script.opening()));
            all.addAll(script.statements());
            all.addAll(planned(history(step)));
            all.addAll(planned(script.closing()));
            sink.accept(all);
        } catch (SqlFailedException e) {
            rollBack(e);
            throw new MigrationFailedException(
                    step.key(),
                    FailureText.of(script, e, dialect.name()),
                    e.statement().summary(),
                    e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void runStepwise(PlanStep step, MigrationScript script, Unfinished unfinished) {
        StepwiseRun run = new StepwiseRun(dialect, connection, step, script);
        boolean complete = false;
        try {
            accept(script.opening());
            if (unfinished.has(step)) {
                int done = unfinished.done(step);
                listener.resumed(step, done, script.statements().size());
                run.goOn(done, history(step));
            } else {
                run.run(history(step));
            }
            complete = true;
        } catch (SqlFailedException e) {
            String now = FailureText.of(script, e, dialect.name(), run.current(), run.done());
            throw new MigrationFailedException(step.key(), now, e.statement().summary(), e);
        } finally {
            if (!complete) {
                forget(run);
            }
        }
    }

    private static void forget(StepwiseRun run) {
        try {
            run.forgetIfNothingRan();
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The journal could not be written: {0}", e.reason());
        }
    }

    private void accept(List<? extends Statement> statements) {
        new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT).accept(planned(statements));
    }

    /** A lost connection can't be put back as it was; the reason of that is on its way to the caller already. */
    private void restore(List<Sql> statements) {
        try {
            accept(statements);
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The connection's settings could not be restored: {0}", e.reason());
        }
    }

    private static List<PlannedStatement> planned(List<? extends Statement> statements) {
        return statements.stream().map(PlannedStatement::ofNone).toList();
    }

    private void rollBack(Throwable failure) {
        try {
            accept(List.of(Sql.of("rollback")));
        } catch (SqlFailedException e) {
            failure.addSuppressed(e);
        }
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
