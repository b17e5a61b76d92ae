package io.kuaka.executor;

import io.kuaka.executor.shared.Transaction;
import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.WalkProgress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The message for a failed migration: what failed, what state the database is in, and what to do.
 *
 * @param isLost whether the connection is lost, so that nobody knows how the last statement ended
 * @param completed the migrations that the run had completed before
 */
record FailureText(
        MigrationScript script,
        SqlFailedException failure,
        Dialect dialect,
        boolean isLost,
        List<MigrationKey> completed) {

    /** Returns the message for a migration in a transaction. */
    String ofTransaction() {
        String place = failure.operation() == PlannedStatement.NO_OPERATION
                ? ""
                : " It is part of " + operation(failure.operation()) + ".";
        return what()
                + place
                + (isLost
                        ? lost("The migration is rolled back, unless it was committing at that moment. " + again()
                                + ": the history says which.")
                        : " The migration was rolled back." + (isFull() ? full() : hint()));
    }

    private String lost(String rest) {
        return " The connection is lost. " + completed(completed) + " " + rest;
    }

    private String full() {
        return " " + completed(completed) + " " + again() + ".";
    }

    private boolean isFull() {
        return Transaction.isCausedBy(failure, dialect::isFull);
    }

    private String again() {
        return isFull() ? "Make room for the database and run migrate again" : "Run migrate again";
    }

    private String fixed() {
        return isFull() ? again() : "Fix the cause and run migrate again";
    }

    /** Returns what a run has completed, as a sentence. */
    static String completed(List<MigrationKey> migrations) {
        return migrations.isEmpty()
                ? "No migration had completed in this run."
                : "Completed in this run: "
                        + migrations.stream().map(MigrationKey::toString).collect(Collectors.joining(", ")) + ".";
    }

    /**
     * Returns the message for a migration without a transaction.
     *
     * @param place the index of the statement that failed, from 0
     * @param done how many statements need not be run again
     * @param isUndecided whether it is unknown if the statement has run, because the journal could no longer be written
     * @param walk how far the statement is, if it changes rows in batches
     */
    String ofSteps(int place, int done, boolean isUndecided, WalkProgress walk) {
        List<PlannedStatement> all = script.statements();
        String where = place < all.size()
                ? " It is statement " + (place + 1) + " of " + all.size() + ", part of "
                        + operation(all.get(place).operation()) + "."
                : " All statements of the migration itself had completed.";
        String state = what() + where + " " + remains(done);
        if (walk.isBegun()) {
            return state + " Of its rows, " + walk.words() + ", are done."
                    + (isLost ? lost(again()) : " " + fixed())
                    + ": it resumes after these rows.";
        }
        if (isUndecided) {
            String rest = "The statement may have completed, too. " + again() + ": it checks that, and resumes.";
            return state + (isLost ? lost(rest) : " The journal couldn't be written. " + rest);
        }
        if (isLost) {
            return state
                    + lost("The last change of rows is rolled back, unless it was committing at that moment. " + again()
                            + ": the journal says which, and it resumes.");
        }
        return state
                + " The migration isn't recorded as "
                + (script.direction() == Direction.FORWARD ? "applied" : "unapplied")
                + ". " + fixed() + wayOut(done) + hint();
    }

    private String hint() {
        return adoption()
                + (Transaction.isCausedBy(failure, dialect::missesSchema)
                        ? " Kuaka creates no schemas. Create it by hand, or in a RunSql before this operation."
                        : "");
    }

    /** A database older than its history has the tables of the first migrations. All databases word the error alike. */
    private String adoption() {
        MigrationNode migration = script.migration();
        boolean isFirst = script.direction() == Direction.FORWARD && migration.isInitial();
        return isFirst && failure.reason().contains("already exists")
                ? " If the database already has all that this migration creates, record it without running it, with"
                        + " 'kuaka migrate " + UnfinishedMigrationException.database(migration) + "--fake-initial'."
                : "";
    }

    private String wayOut(int done) {
        boolean isForward = script.direction() == Direction.FORWARD;
        return done == 0
                ? "."
                : ": it resumes after these statements. If you undo them by hand, record that with "
                        + UnfinishedMigrationException.commandTo(script.migration(), !isForward) + ".";
    }

    private String remains(int done) {
        String ran = script.statements().stream()
                .limit(done)
                .filter(planned ->
                        planned.statement().match(sql -> SqlKind.of(sql).isKept(), call -> true))
                .map(planned -> planned.statement().summary())
                .collect(Collectors.joining("; "));
        return ran.isEmpty()
                ? "No statement had completed before it."
                : "Completed before it, and not rolled back: " + ran + ".";
    }

    private String what() {
        return failure.sentences(script.migration().key() + " on " + dialect.name());
    }

    private String operation(int index) {
        return "operation " + (index + 1) + " ("
                + script.operations().get(index).describe() + ")";
    }
}
