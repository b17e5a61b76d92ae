package io.kuaka.executor;

import io.kuaka.graph.PlanStep;
import io.kuaka.recorder.Journal;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs a migration that isn't one transaction, and notes in the journal after each statement how far it got.
 *
 * <p>What works on rows alone is one transaction with its note, and so is Java code unless the migration is {@code
 * NonAtomic}. Between a change of the schema and its note the run may be killed; the statement is then run again, which
 * the database refuses where it would do harm. Settings of the session are made again when a run goes on, and queries
 * that look for unsuitable rows are asked again as long as nothing was changed after them. So is what clears the way for a
 * statement.
 */
final class StepwiseRun {
    private final Dialect dialect;
    private final Connection connection;
    private final Journal journal;
    private final PlanStep step;
    private final MigrationScript script;
    private final JdbcSink sink;
    private int done;
    private int current;

    StepwiseRun(Dialect dialect, Connection connection, PlanStep step, MigrationScript script) {
        this.dialect = dialect;
        this.connection = connection;
        this.journal = new Journal(dialect);
        this.step = step;
        this.script = script;
        this.sink = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT);
    }

    /** Returns how many statements need not be run again. */
    int done() {
        return done;
    }

    /** Returns the place of the statement that is run or has failed, from 0; the number of all after the last one. */
    int current() {
        return current;
    }

    /** Runs all statements of a migration that wasn't begun yet, and records the end by {@code history}. */
    void run(List<Sql> history) {
        if (!script.statements().isEmpty()) {
            note(journal.begin(entry(0)));
        }
        runFrom(0, history);
    }

    /** Goes on behind the first {@code count} statements. */
    void goOn(int count, List<Sql> history) {
        script.statements().stream()
                .limit(count)
                .filter(StepwiseRun::isSetting)
                .forEach(planned -> sink.accept(List.of(planned)));
        runFrom(count, history);
    }

    private void runFrom(int start, List<Sql> history) {
        done = start;
        List<PlannedStatement> statements = script.statements();
        for (current = start; current < statements.size(); current++) {
            run(current, statements.get(current));
        }
        inTransaction(() -> {
            history.forEach(this::note);
            if (!statements.isEmpty()) {
                note(journal.end(step.key()));
            }
        });
    }

    private void run(int index, PlannedStatement planned) {
        SqlKind kind = planned.statement().match(SqlKind::of, call -> callKind());
        switch (kind) {
            case GUARD, PREPARATION, SETTING -> sink.accept(List.of(planned));
            case ROWS ->
                inTransaction(() -> {
                    sink.accept(List.of(planned));
                    note(journal.reach(entry(index + 1)));
                });
            case OTHER -> {
                sink.accept(List.of(planned));
                note(journal.reach(entry(index + 1)));
            }
        }
        done = kind.isKept() ? index + 1 : done;
    }

    /** Code of a migration that is {@code NonAtomic} has its own transactions. */
    private SqlKind callKind() {
        return script.migration().atomic() ? SqlKind.ROWS : SqlKind.OTHER;
    }

    private static boolean isSetting(PlannedStatement planned) {
        return planned.statement().match(sql -> SqlKind.of(sql) == SqlKind.SETTING, call -> false);
    }

    /** Forgets a migration of which nothing stays. */
    void forgetIfNothingRan() {
        if (done == 0 && !script.statements().isEmpty()) {
            note(journal.end(step.key()));
        }
    }

    private JournalEntry entry(int count) {
        return new JournalEntry(step.key(), Unfinished.direction(step), count, StatementChecksum.of(script, count));
    }

    private void note(Sql sql) {
        sink.accept(List.of(PlannedStatement.ofNone(sql)));
    }

    private void inTransaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new SqlFailedException(PlannedStatement.ofNone(Sql.of("commit")), dialect.reason(e), e);
        }
    }

    /** Of a lost connection nothing more can be had; why it was lost is on its way to the caller already. */
    private void rollBack(Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
