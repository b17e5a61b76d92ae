package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.command.history.Mismatch;
import io.kuaka.command.history.MismatchedHistoryException;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.command.project.UnwritableDatabaseException;
import io.kuaka.executor.Executor;
import io.kuaka.executor.MigrationScript;
import io.kuaka.executor.Unfinished;
import io.kuaka.executor.listener.Listeners;
import io.kuaka.executor.listener.LoggingListener;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.executor.listener.ProgressNotifier;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.graph.Target;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.migration.MigrationKey;
import io.kuaka.progress.ProgressListener;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.session.TimeLimits;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a database to a point of history: the latest one of all apps or of one, a certain migration, or none.
 *
 * <p>First the plan is made, which can be reviewed; then it is run. No connection is held in between.
 */
public final class Migrate {
    private static final System.Logger LOGGER = System.getLogger("io.kuaka");

    /** The name that stands for no migration at all. */
    public static final String ZERO = "zero";

    /** What to do about later migrations that the database has applied and the project doesn't have. */
    public enum OnUnknown {
        FAIL,
        WARN,
        IGNORE
    }

    /**
     * The options.
     *
     * @param app the app to migrate; null for all
     * @param name the migration of the app to migrate to, or the start of its name, or {@link #ZERO}; null for the
     *      latest
     * @param faking which migrations are only recorded
     * @param lockWait how long to wait for another run to end
     * @param resumeFrom the statement, counted from 1, from which an interrupted migration resumes; 0 to find out
     * @param onUnknown what to do if the database is ahead of the project
     * @param forwardOnly whether a plan that reverses migrations is refused
     * @param limits how long statements may wait and run
     */
    public record Options(
            @Nullable String app,
            @Nullable String name,
            Faking faking,
            Duration lockWait,
            int resumeFrom,
            OnUnknown onUnknown,
            boolean forwardOnly,
            TimeLimits limits) {
        /** Makes options that may also reverse migrations, with the default limits. */
        public Options(
                @Nullable String app,
                @Nullable String name,
                Faking faking,
                Duration lockWait,
                int resumeFrom,
                OnUnknown onUnknown) {
            this(app, name, faking, lockWait, resumeFrom, onUnknown, false, TimeLimits.standard());
        }

        /** Makes options with the default wait for another run, and without a statement to resume from. */
        public Options(@Nullable String app, @Nullable String name, boolean fake) {
            this(
                    app,
                    name,
                    fake ? Faking.all() : Faking.none(),
                    LeaseTerms.standard().patience(),
                    0,
                    OnUnknown.FAIL);
        }

        /** Returns these options with another answer to a database that is ahead of the project. */
        public Options with(OnUnknown answer) {
            return new Options(app, name, faking, lockWait, resumeFrom, answer, forwardOnly, limits);
        }

        /** Returns these options with other migrations that are only recorded. */
        public Options with(Faking other) {
            return new Options(app, name, other, lockWait, resumeFrom, onUnknown, forwardOnly, limits);
        }

        /** Returns these options with another wait for another run. */
        public Options waiting(Duration wait) {
            return new Options(app, name, faking, wait, resumeFrom, onUnknown, forwardOnly, limits);
        }

        /** Returns these options for runs that must not reverse anything. */
        public Options onlyForward() {
            return new Options(app, name, faking, lockWait, resumeFrom, onUnknown, true, limits);
        }

        /** Returns these options with other limits of statements. */
        public Options with(TimeLimits other) {
            return new Options(app, name, faking, lockWait, resumeFrom, onUnknown, forwardOnly, other);
        }

        /** Returns options for the latest migration of all apps. */
        public static Options all() {
            return new Options(null, null, false);
        }
    }

    /**
     * The plan.
     *
     * @param apps all apps that have migrations
     * @param target the migration to migrate to, if one was named
     * @param unknown later migrations that the database has applied and the project doesn't have
     * @param surroundings where the database is
     */
    public record Prepared(
            Options options,
            SortedSet<String> apps,
            @Nullable MigrationKey target,
            Dialect dialect,
            MigrationGraph graph,
            Plan plan,
            Unfinished unfinished,
            List<MigrationKey> unknown,
            Surroundings surroundings) {
        /** Returns for each step its operations in words, in the order in which they are run. */
        public List<List<PlannedOperation>> operations() {
            return PlannedOperation.of(graph, plan);
        }

        /**
         * Returns for each step why it would be refused before its first statement, depending on the rows; nothing for
         * those that are one transaction.
         */
        public List<List<String>> checks() {
            List<ProjectState> states = graph.states().before(plan);
            List<List<String>> checks = new ArrayList<>();
            for (int i = 0; i < states.size(); i++) {
                checks.add(checks(steps().get(i), states.get(i)));
            }
            return checks;
        }

        private List<String> checks(PlanStep step, ProjectState before) {
            try {
                return MigrationScript.of(dialect, step.migration(), step.direction(), before)
                        .firstChecks();
            } catch (MigrationException e) {
                // A plan can be read though it can't be run: the operations say why, or migrate does.
                return List.of();
            }
        }

        /** Returns the progress of a step, if it was interrupted. */
        public Optional<JournalEntry> interrupted(PlanStep step) {
            return unfinished.entry(step.key());
        }

        /** Returns the steps. */
        public List<PlanStep> steps() {
            return plan.steps();
        }

        /** Returns the names of the steps' migrations, as in {@code catalog.0001_initial}. */
        public List<String> names() {
            return steps().stream().map(step -> step.key().toString()).toList();
        }
    }

    /**
     * A migration that was applied or reversed.
     *
     * @param faked whether it was only recorded
     * @param unsupported what the database doesn't support, in words; usually empty
     */
    public record Done(PlanStep step, Duration duration, boolean faked, List<String> unsupported) {
        public Done {
            unsupported = List.copyOf(unsupported);
        }
    }

    /** What was done, in order. */
    public record Result(List<Done> migrations) {
        public Result {
            migrations = List.copyOf(migrations);
        }

        /** Returns the names of the migrations, as in {@code catalog.0001_initial}. */
        public List<String> names() {
            return migrations.stream().map(done -> done.step().key().toString()).toList();
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public Migrate(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Makes the plan.
     *
     * @throws UnknownAppException if there is no such app
     * @throws io.kuaka.graph.ConflictingMigrationsException if the history of an app has several ends
     * @throws io.kuaka.graph.InconsistentHistoryException if a migration is applied and a dependency of it isn't
     * @throws UnknownAppliedException if the database is ahead of the project
     * @throws BackwardRefusedException if the plan would reverse migrations, and the options don't want that
     * @throws MismatchedHistoryException if applied migrations were edited, renamed or deleted
     * @throws io.kuaka.executor.UnfinishedMigrationException if a migration was interrupted and the plan doesn't resume
     *      it
     */
    public Prepared prepare(Options options) {
        String app = options.app();
        if (app != null) {
            project.requireApps(List.of(app));
        }
        return History.with(source, connection -> prepare(options, connection));
    }

    private Prepared prepare(Options options, Connection connection) throws SQLException {
        History history = History.read(project, source, connection);
        String app = options.app();
        MigrationGraph graph = history.graph();
        if (!options.faking().isAll()) {
            // Faking is how a gap in the history is fixed.
            graph.requireConsistentHistory();
        }
        graph.requireNoConflicts();
        String name = options.name();
        MigrationKey key = app == null || name == null || name.equals(ZERO) ? null : graph.find(app, name);
        Plan planned = graph.plan(target(app, name, key));
        Plan plan = options.faking().isAll() ? history.unfinished().withUndone(graph, planned, app) : planned;
        if (options.forwardOnly()) {
            BackwardRefusedException.requireForward(plan);
        }
        List<MigrationKey> unknown = history.unknownAhead();
        if (!options.faking().isAll()) {
            // What was renamed looks as if the database were ahead.
            requireUnchanged(options.onUnknown(), history.mismatches(connection));
            requireKnown(options.onUnknown(), unknown, plan);
        }
        if (!options.faking().isAll()) {
            history.unfinished().requireContinuedBy(graph, plan);
        }
        return new Prepared(
                options,
                graph.apps(),
                key,
                history.dialect(),
                graph,
                plan,
                history.unfinished(),
                unknown,
                history.surroundings());
    }

    private static void requireKnown(OnUnknown onUnknown, List<MigrationKey> unknown, Plan plan) {
        if (onUnknown == OnUnknown.FAIL && !unknown.isEmpty()) {
            throw UnknownAppliedException.atStart(unknown);
        }
        for (PlanStep step : plan.steps()) {
            List<MigrationKey> above = unknown.stream()
                    .filter(key -> key.app().equals(step.key().app()))
                    .toList();
            if (step.direction() == Direction.BACKWARD && !above.isEmpty()) {
                throw UnknownAppliedException.above(above, step.key());
            }
        }
    }

    /** Whoever runs an older release knows that it lacks migrations, but not that some are other ones. */
    private static void requireUnchanged(OnUnknown onUnknown, List<Mismatch> mismatches) {
        List<Mismatch> found = mismatches.stream()
                .filter(each -> onUnknown == OnUnknown.FAIL || !each.isAbsence())
                .toList();
        if (!found.isEmpty()) {
            throw new MismatchedHistoryException(found);
        }
    }

    private static Target target(@Nullable String app, @Nullable String name, @Nullable MigrationKey key) {
        if (app == null) {
            return Target.everything();
        }
        if (key != null) {
            return Target.at(key);
        }
        return name == null ? Target.latest(app) : Target.zero(app);
    }

    /**
     * Runs the plan and logs its progress.
     *
     * @throws io.kuaka.executor.MigrationFailedException if a statement fails; migrations before it stay applied
     */
    public Result run(Prepared prepared) {
        return runLogged(prepared, new LoggingListener());
    }

    /**
     * Runs the plan, logs its progress, and tells {@code listener} of each point that it reaches.
     *
     * @throws io.kuaka.executor.MigrationFailedException if a statement fails; migrations before it stay applied
     */
    public Result run(Prepared prepared, ProgressListener listener) {
        return runLogged(prepared, Listeners.of(new LoggingListener(), new ProgressNotifier(listener)));
    }

    private Result runLogged(Prepared prepared, MigrationListener listener) {
        prepared.surroundings().notes().forEach(note -> LOGGER.log(System.Logger.Level.WARNING, note));
        return run(prepared, listener);
    }

    /**
     * Runs the plan and notifies {@code listener} of its progress.
     *
     * @throws io.kuaka.executor.MigrationFailedException if a statement fails; migrations before it stay applied
     * @throws UnwritableDatabaseException if the database can only be read
     * @throws FakeRefusedException if the database isn't as if the migrations had been run that are to be recorded
     */
    public Result run(Prepared prepared, MigrationListener listener) {
        if (prepared.plan().changesNothing()) {
            return new Result(List.of());
        }
        if (!prepared.surroundings().refusal().isEmpty()) {
            throw new UnwritableDatabaseException(prepared.surroundings().refusal());
        }
        Options options = prepared.options();
        return History.with(source, connection -> {
            RecordingListener recording = new RecordingListener();
            LeaseTerms terms = LeaseTerms.standard().waiting(options.lockWait()).beatingOn(source::open);
            Executor executor = new Executor(
                    prepared.dialect(), connection, Listeners.of(recording, listener), terms, source.ownNames());
            // Other runs may have changed the history since the plan was made; from now on none can.
            Executor.Planner planner = () -> {
                Prepared again = prepare(options, connection);
                return new Executor.Planned(
                        again.graph(),
                        again.plan(),
                        options.resumeFrom(),
                        FakedSteps.of(project, again, source.ownNames(), connection),
                        again.surroundings().isPooled() ? options.limits().withoutSessions() : options.limits());
            };
            if (options.faking().isAll()) {
                executor.fake(planner);
            } else {
                executor.run(planner);
            }
            return new Result(recording.done());
        });
    }
}
