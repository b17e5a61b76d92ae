package io.kuaka.executor;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.lease.Lease;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Runs plans on one database, which no other run changes meanwhile.
 *
 * <p>All statements of all migrations are made before the first one runs, so that a plan that can't be carried out changes
 * nothing. A migration and its row in the history are one transaction where the database has such for changes of the
 * schema; elsewhere a journal says how far it got. The connection is the caller's: it is given back as it came, and never closed.
 */
public final class Executor {
    private static final System.Logger LOGGER = System.getLogger(Executor.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final MigrationListener listener;
    private final LeaseTerms terms;

    /**
     * A plan, and the graph that made it.
     *
     * @param resumeFrom the statement, counted from 1, from which an interrupted migration goes on; 0 to look which
     *     one it is
     */
    public record Planned(MigrationGraph graph, Plan plan, int resumeFrom) {
        /** Makes a plan that looks where a migration was interrupted. */
        public Planned(MigrationGraph graph, Plan plan) {
            this(graph, plan, 0);
        }
    }

    /** Makes a plan when it is certain that no other run changes the history any more. */
    @FunctionalInterface
    public interface Planner {
        Planned plan() throws SQLException;
    }

    /** Makes an executor on the usual terms; {@code listener} is told of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener) {
        this(dialect, connection, listener, LeaseTerms.standard());
    }

    /** Makes an executor; {@code listener} is told of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener, LeaseTerms terms) {
        this.dialect = dialect;
        this.connection = connection;
        this.listener = listener;
        this.terms = terms;
    }

    /**
     * Runs a plan that was made for the history as it is. An interrupted migration resumes after the last statement
     * that ran.
     *
     * @throws HistoryChangedException when the history is another one by now
     */
    public void run(MigrationGraph graph, Plan plan) throws SQLException {
        if (!plan.changesNothing()) {
            run(() -> {
                if (!new Recorder(dialect).applied(connection).keySet().equals(graph.recorded())) {
                    throw new HistoryChangedException();
                }
                return new Planned(graph, plan);
            });
        }
    }

    /**
     * Runs the plan that is made once no other run is at work.
     *
     * @throws MigrationFailedException when a statement fails; migrations before it stay applied
     * @throws UnfinishedMigrationException when the plan doesn't go on with an interrupted migration
     * @throws io.kuaka.lease.LeaseHeldException when another run doesn't end in time
     * @throws io.kuaka.lease.LeaseLostException when another run took over meanwhile
     */
    public void run(Planner planner) throws SQLException {
        alone((place, lease) -> {
            Planned planned = planner.plan();
            if (!planned.plan().changesNothing()) {
                new PlanRun(place, connection, listener, lease).run(planned);
            }
        });
    }

    /** Changes the history as if the plan had been run, and nothing else. */
    public void fake(Plan plan) throws SQLException {
        if (!plan.changesNothing()) {
            alone((place, lease) -> new PlanRun(place, connection, listener, lease).fake(plan));
        }
    }

    /** Changes the history as if the plan had been run that is made once no other run is at work. */
    public void fake(Planner planner) throws SQLException {
        alone((place, lease) -> new PlanRun(place, connection, listener, lease)
                .fake(planner.plan().plan()));
    }

    /** Takes migrations out of the history, and does nothing else. */
    public void forget(Collection<MigrationKey> keys) throws SQLException {
        alone((place, lease) -> accept(place.history().unrecord(keys)));
    }

    private void alone(Work work) throws SQLException {
        withAutoCommit(() -> {
            OwnTables found = OwnTables.of(dialect, connection);
            try (Lease lease = new LeaseOffice(found, connection, terms, listener).take()) {
                work.on(completed(found), lease);
            }
        });
    }

    /** What is missing may have been made by the run that held the lease before. */
    private OwnTables completed(OwnTables found) throws SQLException {
        if (found.completion().isEmpty()) {
            return found;
        }
        OwnTables now = OwnTables.of(dialect, connection);
        accept(now.completion());
        return now;
    }

    private void accept(List<? extends Statement> statements) {
        new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT)
                .accept(statements.stream().map(PlannedStatement::ofNone).toList());
    }

    private void withAutoCommit(JdbcWork work) throws SQLException {
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

    /** A lost connection can't be put back as it was; the reason of that is on its way to the caller already. */
    private void restore(List<Sql> settings) {
        try {
            accept(settings);
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The connection's settings could not be restored: {0}", e.reason());
        }
    }

    /** What is done while the connection commits by itself. */
    @FunctionalInterface
    private interface JdbcWork {
        void run() throws SQLException;
    }

    /** What is done while no other run changes the database. */
    @FunctionalInterface
    private interface Work {
        void on(OwnTables place, Lease lease) throws SQLException;
    }
}
