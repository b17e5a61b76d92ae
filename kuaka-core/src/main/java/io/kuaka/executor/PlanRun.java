package io.kuaka.executor;

import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.executor.locks.Patience;
import io.kuaka.executor.shared.Transaction;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.lease.Lease;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.Fence;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.Recorder;
import io.kuaka.recorder.Signature;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of a plan, for which the lease is held. */
final class PlanRun {
    private static final System.Logger LOGGER = System.getLogger(PlanRun.class.getName());

    private final OwnTables place;
    private final Dialect dialect;
    private final Connection connection;
    private final MigrationListener listener;
    private final Lease lease;
    private final RunProgress progress;
    private final Recorder recorder;
    private final List<MigrationKey> completed;
    private final RunHistory history;
    private final Map<MigrationKey, Duration> durations = new LinkedHashMap<>();

    /** Makes a run; {@code completed} is told of each migration that has ended. */
    PlanRun(
            OwnTables place,
            Connection connection,
            MigrationListener listener,
            Lease lease,
            List<MigrationKey> completed)
            throws SQLException {
        this.place = place;
        this.dialect = place.dialect();
        this.connection = connection;
        this.listener = listener;
        this.lease = lease;
        this.completed = completed;
        this.progress = new RunProgress(listener, dialect, connection);
        this.recorder = place.history();
        this.history = new RunHistory(recorder, lease, dialect.identity(connection));
    }

    void run(Planned planned) throws SQLException {
        Plan plan = planned.plan();
        List<MigrationScript> scripts = Scripts.of(dialect, planned.graph(), plan, planned.limits());
        Unfinished unfinished = Unfinished.read(place, connection);
        unfinished.requireContinuedBy(planned.graph(), plan);
        unfinished.requireSameStatements(plan.steps(), scripts);
        unfinished.requireResumable(planned.resumeFrom());
        ViewCheck views = new ViewCheck(dialect, connection);
        if (unfinished.isEmpty()) {
            views.requireAtStart(plan.steps(), scripts);
        }
        progress.planned(plan.steps(), scripts);
        try (Patience patience =
                new Patience(dialect.limits(), dialect.sessions(), planned.limits(), lease, listener)) {
            boolean isPlain = unfinished.isEmpty() && planned.faked().isEmpty();
            Trips trips = new Trips(dialect, plan.steps(), scripts, isPlain);
            int next = 0;
            while (next < scripts.size()) {
                int end = trips.endOf(next);
                int done =
                        end - next > 1 ? runTogether(plan.steps().subList(next, end), scripts.subList(next, end)) : 0;
                next += done;
                if (next < end) {
                    runAlone(planned, next, scripts.get(next), views, patience, unfinished);
                    trips.ran(scripts.get(next));
                    next++;
                }
            }
            accept(history.squashes(planned, Signature.How.RUN));
        } finally {
            noteDurations();
        }
    }

    private void runAlone(
            Planned planned,
            int index,
            MigrationScript script,
            ViewCheck views,
            Patience patience,
            Unfinished unfinished)
            throws SQLException {
        PlanStep step = planned.plan().steps().get(index);
        Signature.How faked = planned.faked().get(step.key());
        if (faked != null) {
            fake(step, faked, unfinished);
            return;
        }
        if (!unfinished.has(step.key())) {
            views.require(step, script);
        }
        run(step, script, patience, unfinished, planned.resumeFrom());
        views.ran(script);
    }

    /**
     * Runs migrations in one round trip, and returns how many of them are applied. If one isn't, neither are those after
     * it: the history takes each only if it has the one before. It is left to be run alone, which says what is wrong.
     */
    private int runTogether(List<PlanStep> steps, List<MigrationScript> scripts) throws SQLException {
        lease.doing(steps.get(0).key().toString());
        lease.requireHeld();
        long start = System.nanoTime();
        try {
            send(together(steps, scripts), JdbcSink.Watcher.none());
        } catch (SqlFailedException e) {
            if (ConnectionLostException.isLost(connection)) {
                throw ConnectionLostException.within(steps, dialect.name(), e, completed);
            }
            int applied = applied(steps);
            report(steps.subList(0, applied), scripts, since(start));
            requireNotLost(e);
            return applied;
        }
        report(steps, scripts, since(start));
        return steps.size();
    }

    private void report(List<PlanStep> steps, List<MigrationScript> scripts, Duration duration) {
        for (int i = 0; i < steps.size(); i++) {
            progress.started(steps.get(i));
            progress.of(scripts.get(i)).ranAtOnce();
            ended(steps.get(i), scripts.get(i), duration.dividedBy(steps.size()));
        }
    }

    private List<PlannedStatement> together(List<PlanStep> steps, List<MigrationScript> scripts) {
        List<PlannedStatement> all = new ArrayList<>();
        Fence fence = lease.fence();
        for (int i = 0; i < steps.size(); i++) {
            all.addAll(transaction(scripts.get(i), history.of(steps.get(i), Signature.How.RUN, fence)));
            fence = history.fenceAfter(steps.get(i));
        }
        return all;
    }

    /** What another run has applied meanwhile isn't this one's. */
    private int applied(List<PlanStep> steps) throws SQLException {
        Set<MigrationKey> applied = recorder.appliedBy(lease.fence(), connection);
        return (int)
                steps.stream().takeWhile(step -> applied.contains(step.key())).count();
    }

    void fake(Planned planned) throws SQLException {
        Unfinished unfinished = Unfinished.read(place, connection);
        progress.planned(planned.plan().steps(), List.of());
        for (PlanStep step : planned.plan().steps()) {
            fake(step, planned.faked().getOrDefault(step.key(), Signature.How.FAKE), unfinished);
        }
        accept(history.squashes(planned, Signature.How.FAKE));
    }

    private void fake(PlanStep step, Signature.How how, Unfinished unfinished) throws SQLException {
        lease.requireHeld();
        progress.started(step);
        List<Sql> changes = new ArrayList<>(history.of(step, how));
        Optional<JournalEntry> entry = unfinished.entry(step.key());
        if (entry.isPresent()) {
            changes.add(place.journal().discard(entry.get(), lease.fence()));
            if (place.ranges().isThere(connection)) {
                changes.add(place.ranges().clear(step.key()));
            }
        }
        Transaction transaction = new Transaction(dialect, connection);
        transaction.despiteConflicts(() -> transaction.run(() -> accept(changes)));
        completed.add(step.key());
        progress.faked(step);
    }

    private void run(PlanStep step, MigrationScript script, Patience patience, Unfinished unfinished, int resumeFrom)
            throws SQLException {
        lease.doing(step.key().toString());
        lease.requireHeld();
        progress.started(step);
        StepProgress steps = progress.of(script);
        long start = System.nanoTime();
        try {
            if (script.transactional()) {
                runAtOnce(step, script, patience, steps);
            } else {
                runStepwise(step, script, patience, steps, unfinished, resumeFrom);
            }
        } catch (RuntimeException | Error e) {
            progress.failed(step, since(start));
            throw e;
        } finally {
            restore(script.restoring());
        }
        ended(step, script, since(start));
    }

    private void ended(PlanStep step, MigrationScript script, Duration duration) {
        completed.add(step.key());
        progress.finished(step, duration);
        switch (step.direction()) {
            case FORWARD -> durations.put(step.key(), duration);
            case BACKWARD -> durations.remove(step.key());
        }
        script.unsupported().values().forEach(all -> all.forEach(what -> listener.unsupported(step, what)));
    }

    /** The history is written first: a run that lost its lease waits there for the other one, and then fails. */
    private void runAtOnce(PlanStep step, MigrationScript script, Patience patience, StepProgress steps) {
        List<PlannedStatement> all = transaction(script, history.of(step, Signature.How.RUN));
        try {
            int attempts = attempts(script);
            Runnable work = () -> patience.run(step, attempts, () -> runTransaction(all, steps));
            if (attempts == 1) {
                work.run();
            } else {
                new Transaction(dialect, connection).despiteConflicts(work);
            }
        } catch (SqlFailedException e) {
            requireNotLost(e);
            throw failed(step, failureText(script, e).ofTransaction(), e);
        }
    }

    private static List<PlannedStatement> transaction(MigrationScript script, List<Sql> history) {
        List<PlannedStatement> all = new ArrayList<>(planned(script.opening()));
        all.addAll(planned(history));
        all.addAll(script.limitedStatements());
        all.addAll(planned(script.closing()));
        return all;
    }

    /** What Java code does outside of the database isn't rolled back. */
    private static int attempts(MigrationScript script) {
        boolean hasCode = script.statements().stream()
                .anyMatch(planned -> planned.statement().match(sql -> false, call -> true));
        return hasCode ? 1 : 0;
    }

    private void runTransaction(List<PlannedStatement> all, StepProgress steps) {
        steps.at(0);
        send(all, steps);
    }

    private void send(List<PlannedStatement> all, JdbcSink.Watcher watcher) {
        try {
            new JdbcSink(dialect, connection, JdbcSink.Unit.TRANSACTION, watcher).accept(all);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    private void runStepwise(
            PlanStep step,
            MigrationScript script,
            Patience patience,
            StepProgress steps,
            Unfinished unfinished,
            int resumeFrom)
            throws SQLException {
        StepwiseRun run = new StepwiseRun(place, connection, lease, patience, steps, step, script);
        try {
            accept(script.opening());
            List<Sql> rows = history.of(step, Signature.How.RUN);
            JournalEntry entry = unfinished.entry(step.key()).orElse(null);
            if (entry == null) {
                run.run(rows);
            } else {
                int start =
                        resumeFrom > 0 ? resumeFrom - 1 : new Settlement(dialect, connection).resumesAt(script, entry);
                listener.resumed(step, start, script.statements().size());
                run.resume(entry, start, rows);
            }
        } catch (SqlFailedException e) {
            requireNotLost(e);
            String now = failureText(script, e).ofSteps(run.current(), run.done(), run.isUndecided(), run.walk());
            throw failed(step, now, e);
        }
    }

    private FailureText failureText(MigrationScript script, SqlFailedException failure) {
        return new FailureText(script, failure, dialect, ConnectionLostException.isLost(connection), completed);
    }

    private static MigrationFailedException failed(PlanStep step, String message, SqlFailedException failure) {
        return new MigrationFailedException(
                step.key(), message, failure.statement().summary(), failure);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void requireNotLost(SqlFailedException failure) {
        if (lease.isLost()) {
            RuntimeException lost = lease.lost();
            lost.addSuppressed(failure);
            throw lost;
        }
    }

    /** Durations are known after the transactions of the migrations; one more transaction records all of them. */
    private void noteDurations() {
        try {
            List<Sql> notes = recorder.took(durations, lease.fence());
            JdbcSink sink = new JdbcSink(dialect, connection, JdbcSink.Unit.TRANSACTION);
            if (!notes.isEmpty()) {
                new Transaction(dialect, connection).run(() -> sink.accept(planned(notes)));
            }
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "The durations could not be noted: {0}", e.reason());
        }
    }

    private void accept(List<? extends Statement> statements) {
        new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT).accept(planned(statements));
    }

    /** A lost connection can't be restored; the exception that says why is already being thrown. */
    private void restore(List<Sql> statements) {
        try {
            accept(statements);
        } catch (SqlFailedException e) {
            ConnectionLostException.log(
                    LOGGER, connection, "The settings of the connection could not be restored: {0}", e.reason());
        }
    }

    private static List<PlannedStatement> planned(List<? extends Statement> statements) {
        return statements.stream().map(PlannedStatement::ofNone).toList();
    }

    /** A lost connection can't be rolled back; the exception that says why is already being thrown. */
    private void rollBack(Throwable failure) {
        try {
            accept(List.of(Sql.of("rollback")));
        } catch (SqlFailedException e) {
            failure.addSuppressed(e);
        }
    }
}
