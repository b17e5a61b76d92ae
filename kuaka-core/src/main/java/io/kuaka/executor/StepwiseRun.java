package io.kuaka.executor;

import io.kuaka.executor.locks.Patience;
import io.kuaka.executor.shared.SharedWalk;
import io.kuaka.executor.shared.Transaction;
import io.kuaka.graph.PlanStep;
import io.kuaka.lease.Lease;
import io.kuaka.lease.LeaseTerms.SecondConnection;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Walk;
import io.kuaka.schema.statement.Walk.Batch;
import io.kuaka.schema.statement.Walk.Batches;
import io.kuaka.schema.statement.WalkProgress;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration that isn't one transaction, and records its progress in the journal.
 *
 * <p>A statement that changes only rows shares a transaction with its entry, and so does Java code unless the migration
 * is {@code NonAtomic}, and a schema change of Kuaka's where the database can roll it back. Any other schema change has two
 * entries: one before it begins, and one when it has ended, which may be the one before the next change. A statement that
 * was begun but not recorded as completed is decided by looking at the database.
 *
 * <p>A walk has an entry for each batch, in the batch's transaction, and resumes after its last one.
 *
 * <p>When a run resumes, session settings are repeated, and so are preparations, and queries that look for unsuitable
 * rows if nothing was changed after them.
 */
final class StepwiseRun {
    private static final System.Logger LOGGER = System.getLogger(StepwiseRun.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final Journal journal;
    private final Lease lease;
    private final Patience patience;
    private final StepProgress progress;
    private final StepRanges ranges;
    private final ScriptLimits.Walk limits;
    private final PlanStep step;
    private final MigrationScript script;
    private final Transaction transactions;
    private final JdbcSink sink;
    /** For what isn't a statement of the script, but a part of one. */
    private final JdbcSink unwatched;
    /** The row as this run last wrote it. */
    private JournalEntry noted;
    /** How many statements have run, recorded or not. */
    private int done;

    private int current;
    /** Whether the statement that is running or has failed is a walk in ranges. */
    private boolean isShared;

    StepwiseRun(
            OwnTables place,
            Connection connection,
            Lease lease,
            Patience patience,
            StepProgress progress,
            PlanStep step,
            MigrationScript script) {
        this.dialect = place.dialect();
        this.connection = connection;
        this.journal = place.journal();
        this.ranges = new StepRanges(place, connection, step.key(), script);
        this.lease = lease;
        this.patience = patience;
        this.progress = progress;
        this.limits = script.limits().walk();
        this.step = step;
        this.script = script;
        this.transactions = new Transaction(dialect, connection);
        this.sink = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT, progress);
        this.unwatched = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT);
        this.noted = entry(0, 0);
    }

    /** Returns how many statements need not be run again. */
    int done() {
        return done;
    }

    /**
     * Returns the index of the statement that is running or has failed, from 0; after the last one, the number of
     * statements.
     */
    int current() {
        return current;
    }

    /** Returns how far the failed statement is, if it is a walk. */
    WalkProgress walk() {
        return isShared ? ranges.sum(noted) : noted.walk();
    }

    /**
     * Returns whether it is unknown if the failed statement has run, because the journal could no longer be written.
     */
    boolean isUndecided() {
        return noted.isUndecided();
    }

    /** Runs all statements of a migration that wasn't begun yet, and records its end with {@code history}. */
    void run(List<Sql> history) {
        if (!script.statements().isEmpty()) {
            List<Sql> begin = new ArrayList<>(ranges.left());
            begin.add(journal.begin(noted, lease.fence()));
            inOneTransaction(begin);
        }
        try {
            runFrom(0, history);
        } catch (SqlFailedException e) {
            forgetIfNothingRan();
            throw e;
        }
    }

    /** Resumes a migration after its first {@code start} statements; {@code found} is what another run left. */
    void resume(JournalEntry found, int start, List<Sql> history) {
        accept(journal.adopt(found, lease.fence()));
        noted = new JournalEntry(
                found.migration(),
                found.direction(),
                found.done(),
                found.begun(),
                found.checksum(),
                lease.number(),
                found.walk());
        script.statements().stream()
                .limit(start)
                .filter(StepwiseRun::isSetting)
                .forEach(planned -> sink.accept(List.of(planned)));
        runFrom(start, history);
    }

    private void runFrom(int start, List<Sql> history) {
        done = start;
        List<PlannedStatement> statements = script.statements();
        try {
            for (current = start; current < statements.size(); current++) {
                lease.requireHeld();
                progress.at(current);
                run(current, statements.get(current));
            }
        } catch (SqlFailedException e) {
            noteThatNothingRuns();
            throw e;
        }
        List<Sql> end = new ArrayList<>(history);
        if (!statements.isEmpty()) {
            end.addAll(ranges.left());
            end.add(journal.end(noted));
        }
        transactions.despiteConflicts(
                () -> transactions.run(() -> end.forEach(sql -> sink.accept(List.of(PlannedStatement.ofNone(sql))))));
    }

    private void run(int index, PlannedStatement planned) {
        limits.before(planned).forEach(this::accept);
        Optional<Walk> walk = StepRanges.walk(planned);
        if (walk.isPresent()) {
            progress.starting(List.of(planned));
            walk(index, planned, walk.get());
            progress.ended(List.of(planned));
            return;
        }
        switch (kind(planned)) {
            case GUARD, PREPARATION, SETTING -> sink.accept(List.of(planned));
            case ROWS -> {
                boolean isRepeatable = planned.statement().match(sql -> true, call -> false);
                together(index, planned, isRepeatable ? transactions::despiteConflicts : Runnable::run);
            }
            case OTHER -> change(index, planned);
        }
    }

    /** Runs a statement in one transaction with its entry. */
    private void together(int index, PlannedStatement planned, Consumer<Runnable> patiently) {
        JournalEntry after = entry(index + 1, index + 1);
        patiently.accept(() -> transactions.run(() -> {
            sink.accept(List.of(planned));
            sink.accept(List.of(PlannedStatement.ofNone(journal.reach(noted, after))));
        }));
        noted = after;
        done = index + 1;
    }

    private void change(int index, PlannedStatement planned) {
        if (isTransactional(planned)) {
            together(index, planned, work -> patience.run(step, 0, () -> transactions.despiteConflicts(work)));
            return;
        }
        note(entry(done, index + 1));
        patience.run(step, 0, () -> sink.accept(List.of(planned)));
        done = index + 1;
        if (!isFollowedByIntent(index)) {
            note(entry(done, done));
        }
    }

    /** A user's statement may be one that its author wants outside of transactions. */
    private boolean isTransactional(PlannedStatement planned) {
        return dialect.grammar().supports(Feature.TRANSACTIONAL_DDL)
                && planned.statement()
                        .match(sql -> !sql.isForeign() && !dialect.runsOutsideTransaction(sql), call -> false);
    }

    private void walk(int index, PlannedStatement planned, Walk walk) {
        isShared = isToBeShared(index, planned, walk);
        if (isShared) {
            share(index, planned, walk);
        } else {
            walkAlone(index, planned, walk);
        }
        isShared = false;
    }

    private void walkAlone(int index, PlannedStatement planned, Walk walk) {
        WalkProgress start = walk.resumable(noted.walk());
        note(entry(done, index + 1, start));
        Batches batches = walk.on(connection);
        while (done <= index) {
            lease.requireHeld();
            long begin = System.nanoTime();
            noted = batch(index, planned, batches);
            done = noted.done();
            if (done <= index) {
                noted.walk().report(progress.rows());
                call(planned, () -> batches.rest(Duration.ofNanos(System.nanoTime() - begin), () -> false));
            }
        }
    }

    /**
     * A walk that was begun in ranges is completed in ranges. One worker walks alone after settings of the session, which
     * the sessions of others don't have.
     */
    private boolean isToBeShared(int index, PlannedStatement planned, Walk walk) {
        boolean hasSettings = script.statements().subList(0, index).stream().anyMatch(StepwiseRun::isSetting);
        return ranges.areDivided(index, planned) || (walk.workers() > 1 && more() != null && !hasSettings);
    }

    /** What opens connections for more workers; null if there can be only one. */
    private @Nullable SecondConnection more() {
        return dialect.hasSeveralWriters() ? lease.terms().second() : null;
    }

    private void share(int index, PlannedStatement planned, Walk walk) {
        WalkProgress start = walk.resumable(noted.walk());
        note(entry(done, index + 1, start));
        SharedWalk shared = new SharedWalk(
                ranges.place(index), walk, lease.fence(), JdbcSink.runnerOf(dialect, planned), progress.rows());
        shared.tables(connection).forEach(statement -> sink.accept(List.of(PlannedStatement.ofNone(statement))));
        List<Sql> division = shared.division(connection, start);
        inOneTransaction(
                Stream.concat(Stream.of(journal.hold(noted)), division.stream()).toList());
        shared.finish(connection, more(), lease::requireHeld);
        JournalEntry after = entry(index + 1, index + 1);
        inOneTransaction(List.of(journal.reach(noted, after), ranges.clear()));
        noted = after;
        done = index + 1;
    }

    private void inOneTransaction(List<Sql> changes) {
        if (changes.size() == 1) {
            accept(changes.get(0));
            return;
        }
        transactions.despiteConflicts(() -> transactions.run(
                () -> changes.forEach(sql -> unwatched.accept(List.of(PlannedStatement.ofNone(sql))))));
    }

    /**
     * Works on a batch, and records it in the same transaction.
     *
     * <p>It begins with a change: on SQLite, a transaction that has read can't change anything after another one has.
     */
    private JournalEntry batch(int index, PlannedStatement planned, Batches batches) {
        AtomicReference<JournalEntry> reached = new AtomicReference<>(noted);
        transactions.despiteConflicts(() -> transactions.run(() -> {
            unwatched.accept(List.of(PlannedStatement.ofNone(journal.hold(noted))));
            call(planned, () -> reached.set(after(index, batches.next(noted.walk()))));
            unwatched.accept(
                    List.of(PlannedStatement.ofNone(journal.reach(noted, Objects.requireNonNull(reached.get())))));
        }));
        return Objects.requireNonNull(reached.get());
    }

    private JournalEntry after(int index, Batch batch) {
        return batch.isLast() ? entry(index + 1, index + 1) : entry(done, index + 1, batch.progress());
    }

    /** Runs a part of a walk, which is code of the user, too. */
    private void call(PlannedStatement planned, Runnable part) {
        JavaCall call = new JavaCall(planned.statement().summary(), (connected, rows) -> part.run());
        unwatched.accept(List.of(new PlannedStatement(planned.operation(), call)));
    }

    /** The entry before the next statement says that this one has ended; a user's statement is recorded at once. */
    private boolean isFollowedByIntent(int index) {
        List<PlannedStatement> all = script.statements();
        return index + 1 < all.size()
                && kind(all.get(index + 1)) == SqlKind.OTHER
                && !isTransactional(all.get(index + 1))
                && all.get(index).statement().match(sql -> !sql.isForeign(), call -> false);
    }

    /** The database has refused a statement, so it isn't running. After a lost connection that is unknown. */
    private void noteThatNothingRuns() {
        if (noted.done() == done && noted.begun() == done) {
            return;
        }
        try {
            note(entry(done, done, noted.walk()));
        } catch (SqlFailedException e) {
            ConnectionLostException.log(LOGGER, connection, "The journal could not be written: {0}", e.reason());
        }
    }

    /** Deletes the row that this run inserted, if nothing of the migration remains. */
    private void forgetIfNothingRan() {
        if (done == 0
                && !noted.isUndecided()
                && !walk().isBegun()
                && !script.statements().isEmpty()) {
            try {
                List<Sql> end = new ArrayList<>(ranges.left());
                end.add(journal.end(noted));
                inOneTransaction(end);
            } catch (SqlFailedException e) {
                ConnectionLostException.log(LOGGER, connection, "The journal could not be written: {0}", e.reason());
            }
        }
    }

    private SqlKind kind(PlannedStatement planned) {
        return planned.statement().match(SqlKind::of, call -> callKind());
    }

    /** The code of a {@code NonAtomic} migration has its own transactions. */
    private SqlKind callKind() {
        return script.migration().atomic() ? SqlKind.ROWS : SqlKind.OTHER;
    }

    private static boolean isSetting(PlannedStatement planned) {
        return planned.statement().match(sql -> SqlKind.of(sql) == SqlKind.SETTING, call -> false);
    }

    private JournalEntry entry(int doneCount, int begun) {
        return entry(doneCount, begun, WalkProgress.NONE);
    }

    private JournalEntry entry(int doneCount, int begun, WalkProgress walk) {
        return new JournalEntry(
                step.key(),
                Unfinished.direction(step),
                doneCount,
                begun,
                StatementChecksum.of(script, begun),
                lease.number(),
                walk);
    }

    private void note(JournalEntry after) {
        accept(journal.reach(noted, after));
        noted = after;
    }

    /** Runs a statement as a transaction of its own. */
    private void accept(Sql sql) {
        transactions.despiteConflicts(() -> sink.accept(List.of(PlannedStatement.ofNone(sql))));
    }
}
