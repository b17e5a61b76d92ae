package io.kuaka.executor;

import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.progress.Progress.OperationStarted;
import io.kuaka.progress.Progress.RowsReached;
import io.kuaka.progress.Progress.StatementsEnded;
import io.kuaka.progress.Progress.StatementsStarted;
import io.kuaka.progress.RowProgress;
import io.kuaka.progress.TableSize;
import io.kuaka.schema.statement.PlannedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports how far a run got with the script of one migration. Statements that aren't the script's own don't count. */
final class StepProgress implements JdbcSink.Watcher {
    private final MigrationListener listener;
    private final MigrationScript script;
    private final String migration;
    private final Map<Integer, TableSize> sizes;
    private final long start = System.nanoTime();
    /** The index of the next statement that counts. */
    private int next;
    /** How many of those that run count. */
    private int running;

    private long statementStart = start;
    private int operation = PlannedStatement.NO_OPERATION;

    /** Makes a report; {@code sizes} are those of the operations' tables, by the operations' indexes. */
    StepProgress(MigrationListener listener, MigrationScript script, Map<Integer, TableSize> sizes) {
        this.listener = listener;
        this.script = script;
        this.migration = script.migration().key().toString();
        this.sizes = sizes;
    }

    /** The next statement is the one with this index: the run resumes there, or is repeated from there. */
    void at(int index) {
        if (index != next) {
            operation = PlannedStatement.NO_OPERATION;
        }
        next = index;
    }

    @Override
    public void starting(List<PlannedStatement> statements) {
        List<PlannedStatement> counted = counted(statements);
        running = counted.size();
        if (running == 0) {
            return;
        }
        counted.forEach(this::startOperation);
        statementStart = System.nanoTime();
        String text =
                counted.stream().map(planned -> planned.statement().summary()).collect(Collectors.joining("; "));
        listener.progressed(new StatementsStarted(migration, next + 1, next + running, all(), text, since(start)));
    }

    /** All statements have run, in one round trip with those of other migrations. */
    void ranAtOnce() {
        starting(script.statements());
        ended(script.statements());
    }

    /** The script's own statements come in its order, with others between them. */
    private List<PlannedStatement> counted(List<PlannedStatement> statements) {
        int from = next;
        int to = next;
        for (PlannedStatement planned : statements) {
            if (to < all() && script.statements().get(to).equals(planned)) {
                to++;
            }
        }
        return script.statements().subList(from, to);
    }

    private void startOperation(PlannedStatement planned) {
        int index = planned.operation();
        if (index == operation || index == PlannedStatement.NO_OPERATION) {
            return;
        }
        operation = index;
        listener.progressed(new OperationStarted(
                migration,
                index + 1,
                script.operations().size(),
                script.operations().get(index).describe(),
                Optional.ofNullable(sizes.get(index)),
                since(start)));
    }

    @Override
    public void ended(List<PlannedStatement> statements) {
        if (running > 0) {
            Duration elapsed = since(statementStart);
            listener.progressed(new StatementsEnded(migration, next + 1, next + running, all(), elapsed));
            next += running;
            running = 0;
        }
    }

    @Override
    public RowProgress rows() {
        return (table, done, all, position) ->
                listener.progressed(new RowsReached(migration, table, done, all, position, since(statementStart)));
    }

    private int all() {
        return script.statements().size();
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }
}
