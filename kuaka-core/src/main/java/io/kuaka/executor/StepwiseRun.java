package io.kuaka.executor;

import io.kuaka.graph.PlanStep;
import io.kuaka.lease.Lease;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.Connection;
import java.util.List;

/**
 * Runs a migration that isn't one transaction, and notes in the journal how far it got.
 *
 * <p>What works on rows alone is one transaction with its note, and so is Java code unless the migration is {@code
 * NonAtomic}. A change of the schema has two notes: one before it begins, and one when it has ended, which may be that before
 * the next one. Whether a statement ran that was begun and not ended is decided by looking.
 *
 * <p>Settings of the session are made again when a run resumes, and queries that look for unsuitable rows are asked again
 * as long as nothing was changed after them. So is what clears the way for a statement.
 */
final class StepwiseRun {
    private static final System.Logger LOGGER = System.getLogger(StepwiseRun.class.getName());

    private final Dialect dialect;
    private final Connection connection;
    private final Journal journal;
    private final Lease lease;
    private final PlanStep step;
    private final MigrationScript script;
    private final JdbcSink sink;
    /** The row as this run wrote it last. */
    private JournalEntry noted;
    /** How many statements have run, noted or not. */
    private int done;

    private int current;

    StepwiseRun(OwnTables place, Connection connection, Lease lease, PlanStep step, MigrationScript script) {
        this.dialect = place.dialect();
        this.connection = connection;
        this.journal = place.journal();
        this.lease = lease;
        this.step = step;
        this.script = script;
        this.sink = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT);
        this.noted = entry(0, 0);
    }

    /** Returns how many statements need not be run again. */
    int done() {
        return done;
    }

    /** Returns the place of the statement that is run or has failed, from 0; the number of all after the last one. */
    int current() {
        return current;
    }

    /** Returns whether nobody knows if the statement has run that failed: the journal couldn't say so any more. */
    boolean isUndecided() {
        return noted.isUndecided();
    }

    /** Runs all statements of a migration that wasn't begun yet, and records the end by {@code history}. */
    void run(List<Sql> history) {
        if (!script.statements().isEmpty()) {
            accept(journal.begin(noted, lease.fence()));
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
                found.migration(), found.direction(), found.done(), found.begun(), found.checksum(), lease.number());
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
                run(current, statements.get(current));
            }
        } catch (SqlFailedException e) {
            noteThatNothingRuns();
            throw e;
        }
        transaction(() -> {
            history.forEach(this::accept);
            if (!statements.isEmpty()) {
                accept(journal.end(noted));
            }
        });
    }

    private void run(int index, PlannedStatement planned) {
        switch (kind(planned)) {
            case GUARD, PREPARATION, SETTING -> sink.accept(List.of(planned));
            case ROWS -> {
                JournalEntry after = entry(index + 1, index + 1);
                transaction(() -> {
                    sink.accept(List.of(planned));
                    accept(journal.reach(noted, after));
                });
                noted = after;
                done = index + 1;
            }
            case OTHER -> {
                note(entry(done, index + 1));
                sink.accept(List.of(planned));
                done = index + 1;
                if (!isFollowedByIntent(index)) {
                    note(entry(done, done));
                }
            }
        }
    }

    /** The note before the next statement says that this one has ended; what a user wrote is noted at once. */
    private boolean isFollowedByIntent(int index) {
        List<PlannedStatement> all = script.statements();
        return index + 1 < all.size()
                && kind(all.get(index + 1)) == SqlKind.OTHER
                && all.get(index).statement().match(sql -> !sql.isForeign(), call -> false);
    }

    /** The database has refused a statement, so it isn't running any more. After a lost connection nobody knows that. */
    private void noteThatNothingRuns() {
        if (noted.done() == done && noted.begun() == done) {
            return;
        }
        try {
            note(entry(done, done));
        } catch (SqlFailedException e) {
            LOGGER.log(System.Logger.Level.WARNING, "The journal could not be written: {0}", e.reason());
        }
    }

    /** Closes the row that this run opened, if nothing stays of the migration. */
    private void forgetIfNothingRan() {
        if (done == 0 && !noted.isUndecided() && !script.statements().isEmpty()) {
            try {
                accept(journal.end(noted));
            } catch (SqlFailedException e) {
                LOGGER.log(System.Logger.Level.WARNING, "The journal could not be written: {0}", e.reason());
            }
        }
    }

    private SqlKind kind(PlannedStatement planned) {
        return planned.statement().match(SqlKind::of, call -> callKind());
    }

    /** Code of a migration that is {@code NonAtomic} has its own transactions. */
    private SqlKind callKind() {
        return script.migration().atomic() ? SqlKind.ROWS : SqlKind.OTHER;
    }

    private static boolean isSetting(PlannedStatement planned) {
        return planned.statement().match(sql -> SqlKind.of(sql) == SqlKind.SETTING, call -> false);
    }

    private JournalEntry entry(int doneCount, int begun) {
        return new JournalEntry(
                step.key(),
                Unfinished.direction(step),
                doneCount,
                begun,
                StatementChecksum.of(script, begun),
                lease.number());
    }

    private void note(JournalEntry after) {
        accept(journal.reach(noted, after));
        noted = after;
    }

    private void accept(Sql sql) {
        sink.accept(List.of(PlannedStatement.ofNone(sql)));
    }

    private void transaction(Runnable work) {
        new Transaction(dialect, connection).run(work);
    }
}
