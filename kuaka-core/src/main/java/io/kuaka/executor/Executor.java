package io.kuaka.executor;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.lease.Lease;
import io.kuaka.lease.LeaseListener;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.AppliedContent;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.recorder.Signature;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Runs plans on one database, which no other run changes meanwhile.
 *
 * <p>All statements of all migrations are made before the first one runs, so a plan that can't be carried out changes
 * nothing. A migration and its row in the history are one transaction if the database has transactional DDL; otherwise
 * a journal records its progress. The connection is the caller's: its settings are restored, and it is never closed.
 */
public final class Executor {
    private static final System.Logger LOGGER = System.getLogger(Executor.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final MigrationListener listener;
    private final LeaseTerms terms;
    private final OwnNames names;
    /** The migrations that the last run has completed. */
    private final List<MigrationKey> completed = new ArrayList<>();

    /**
     * A plan, and the graph that made it.
     *
     * @param resumeFrom the statement, counted from 1, from which an interrupted migration resumes; 0 to find out
     * @param faked the migrations that are only recorded, and how
     * @param limits how long statements may wait and run
     */
    public record Planned(
            MigrationGraph graph,
            Plan plan,
            int resumeFrom,
            Map<MigrationKey, Signature.How> faked,
            TimeLimits limits) {
        public Planned {
            faked = Map.copyOf(faked);
        }

        /** Makes a plan all of which is run, and that finds out where a migration was interrupted. */
        public Planned(MigrationGraph graph, Plan plan) {
            this(graph, plan, 0, Map.of(), TimeLimits.standard());
        }
    }

    /** Makes a plan once no other run can change the history. */
    @FunctionalInterface
    public interface Planner {
        Planned plan() throws SQLException;
    }

    /** Makes an executor with the default terms; {@code listener} is notified of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener) {
        this(dialect, connection, listener, LeaseTerms.standard());
    }

    /** Makes an executor for the usual tables of our own; {@code listener} is notified of each migration. */
    public Executor(Dialect dialect, Connection connection, MigrationListener listener, LeaseTerms terms) {
        this(dialect, connection, listener, terms, OwnNames.standard());
    }

    /** Returns an executor for our tables as they were found, of which nobody is told anything. */
    public static Executor silent(OwnTables place, Connection connection) {
        return new Executor(
                place.dialect(), connection, MigrationListener.silent(), LeaseTerms.standard(), place.names());
    }

    /** Makes an executor; {@code listener} is told of each migration. */
    public Executor(
            Dialect dialect, Connection connection, MigrationListener listener, LeaseTerms terms, OwnNames names) {
        this.dialect = dialect;
        this.connection = connection;
        this.listener = listener;
        this.terms = terms;
        this.names = names;
    }

    /**
     * Runs a plan that was made for the current history. An interrupted migration resumes after the last statement that
     * ran.
     *
     * @throws HistoryChangedException if the history has changed
     */
    public void run(MigrationGraph graph, Plan plan) throws SQLException {
        if (!plan.changesNothing()) {
            run(() -> {
                Recorder history = OwnTables.of(dialect, names, connection).history();
                if (!history.applied(connection).keySet().equals(graph.recorded())) {
                    throw new HistoryChangedException();
                }
                return new Planned(graph, plan);
            });
        }
    }

    /**
     * Makes and runs a plan once no other run is active.
     *
     * @throws MigrationFailedException when a statement fails; migrations before it stay applied
     * @throws ConnectionLostException if the connection is lost between two migrations, or while several are sent together
     * @throws UnfinishedMigrationException if the plan doesn't resume an interrupted migration
     * @throws io.kuaka.lease.LeaseHeldException when another run doesn't end in time
     * @throws io.kuaka.lease.LeaseLostException if another run took over meanwhile
     */
    public void run(Planner planner) throws SQLException {
        WalkCompanion companion = new WalkCompanion(dialect, connection, names, terms, planner);
        alone(companion::helps, (place, lease) -> {
            Planned planned = planner.plan();
            if (!planned.plan().changesNothing()) {
                planRun(place, lease).run(planned);
            }
        });
    }

    /** Records a plan in the history without running it. */
    public void fake(MigrationGraph graph, Plan plan) throws SQLException {
        if (!plan.changesNothing()) {
            fake(() -> new Planned(graph, plan));
        }
    }

    /** Makes a plan once no other run is active, and records it in the history without running it. */
    public void fake(Planner planner) throws SQLException {
        alone((place, lease) -> planRun(place, lease).fake(planner.plan()));
    }

    private PlanRun planRun(OwnTables place, Lease lease) throws SQLException {
        return new PlanRun(place, connection, listener, lease, completed);
    }

    /** Removes migrations from the history, and does nothing else. */
    public void forget(Collection<MigrationKey> keys) throws SQLException {
        alone((place, lease) -> accept(place.history().unrecord(keys, lease.fence())));
    }

    /**
     * Writes into the history what migrations are by now, and does nothing else.
     *
     * @param corrected the migrations, by the names that the history has for them
     */
    public void correct(MigrationGraph graph, SortedMap<MigrationKey, MigrationKey> corrected) throws SQLException {
        alone((place, lease) -> accept(corrected.entrySet().stream()
                .map(each -> {
                    MigrationKey now = each.getValue();
                    AppliedContent content = AppliedContent.of(graph.node(now), graph.replacedBy(now));
                    return place.history().correct(each.getKey(), now, content, lease.fence());
                })
                .toList()));
    }

    private void alone(Work work) throws SQLException {
        alone(holder -> false, work);
    }

    private LeaseListener waiting(Predicate<LeaseRow> helper) {
        return new LeaseListener() {
            @Override
            public void waiting(LeaseRow holder) {
                listener.waiting(holder);
            }

            @Override
            public void takenOver(LeaseRow holder) {
                listener.takenOver(holder);
            }

            @Override
            public boolean helps(LeaseRow holder) {
                return helper.test(holder);
            }
        };
    }

    private void alone(Predicate<LeaseRow> helper, Work work) throws SQLException {
        completed.clear();
        try {
            withAutoCommit(() -> {
                OwnTables found = OwnTables.of(dialect, names, connection);
                try (Lease lease = new LeaseOffice(found, connection, terms, waiting(helper)).take()) {
                    withSettings(() -> work.on(completed(found), lease));
                }
            });
        } catch (SQLException e) {
            requireConnected(dialect.reason(e), e);
            throw e;
        } catch (SqlFailedException e) {
            requireConnected(e.reason(), e);
            throw e;
        }
    }

    /** The settings are taken back before the last write, which gives back the lease: all is on the disk after it. */
    private void withSettings(JdbcWork work) throws SQLException {
        List<Sql> settings = dialect.settingsOfRun(connection, names.all());
        List<Sql> restoring = settings.isEmpty() ? List.of() : dialect.settings(connection);
        accept(settings);
        try {
            work.run();
        } finally {
            restore(restoring);
        }
    }

    private void requireConnected(String reason, Exception failure) {
        if (ConnectionLostException.isLost(connection)) {
            String sentence = reason.endsWith(".") ? reason : reason + ".";
            throw new ConnectionLostException(dialect.name(), sentence, completed, failure);
        }
    }

    /** What is missing may have been created by the run that held the lease before. */
    private OwnTables completed(OwnTables found) throws SQLException {
        if (found.completion().isEmpty()) {
            return found;
        }
        OwnTables now = found.again(connection);
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
            if (!autoCommit && !ConnectionLostException.isLost(connection)) {
                connection.setAutoCommit(false);
            }
        }
    }

    /** A lost connection can't be restored; the exception that says why is already being thrown. */
    private void restore(List<Sql> settings) {
        try {
            accept(settings);
        } catch (SqlFailedException e) {
            ConnectionLostException.log(
                    LOGGER, connection, "The settings of the connection could not be restored: {0}", e.reason());
        }
    }

    /** Work in auto-commit mode. */
    @FunctionalInterface
    private interface JdbcWork {
        void run() throws SQLException;
    }

    /** Work while no other run changes the database. */
    @FunctionalInterface
    private interface Work {
        void on(OwnTables place, Lease lease) throws SQLException;
    }
}
