package io.kuaka.executor;

import io.kuaka.graph.Direction;
import io.kuaka.migration.MigrationNode;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.SqlFailedException;
import java.util.List;
import java.util.stream.Collectors;

/** The message for a failed migration: what failed, what state the database is in, and what to do. */
final class FailureText {
    private FailureText() {}

    /** Returns the message for a migration in a transaction. */
    static String of(MigrationScript script, SqlFailedException failure, String database, boolean isRolledBack) {
        String place = failure.operation() == PlannedStatement.NO_OPERATION
                ? ""
                : " It is part of " + operation(script, failure.operation()) + ".";
        return what(script, failure, database)
                + place
                + (isRolledBack
                        ? " The migration was rolled back." + adoption(script, failure)
                        : " The connection is lost. The migration is rolled back, unless it was committing at that moment."
                                + " Run migrate again: the history says which.");
    }

    /**
     * Returns the message for a migration without a transaction.
     *
     * @param place the index of the statement that failed, from 0
     * @param done how many statements need not be run again
     * @param isUndecided whether it is unknown if the statement has run, because the connection is lost
     * @param journal the table that says how far it got
     */
    static String of(
            MigrationScript script,
            SqlFailedException failure,
            String database,
            int place,
            int done,
            boolean isUndecided,
            String journal) {
        List<PlannedStatement> all = script.statements();
        String where = place < all.size()
                ? " It is statement " + (place + 1) + " of " + all.size() + ", part of "
                        + operation(script, all.get(place).operation()) + "."
                : " All statements of the migration itself had completed.";
        if (isUndecided) {
            return what(script, failure, database) + where + " " + remains(script, done)
                    + " The connection is lost, so it may have completed, too. Run migrate again: it checks that, and resumes.";
        }
        return what(script, failure, database) + where + " " + remains(script, done)
                + " The migration isn't recorded as "
                + (script.direction() == Direction.FORWARD ? "applied" : "unapplied")
                + ". Fix the cause and run migrate again" + wayOut(done, journal) + adoption(script, failure);
    }

    /** A database older than its history has the tables of the first migrations. All databases word the error alike. */
    private static String adoption(MigrationScript script, SqlFailedException failure) {
        MigrationNode migration = script.migration();
        boolean isFirst = script.direction() == Direction.FORWARD && migration.isInitial();
        return isFirst && failure.reason().contains("already exists")
                ? " If the database already has all that this migration creates, record it without running it: kuaka migrate"
                        + " --fake-initial."
                : "";
    }

    private static String wayOut(int done, String journal) {
        return done == 0
                ? "."
                : ": it resumes after these statements. If you undo them by hand, also delete the migration's row"
                        + " from the table \"" + journal + "\".";
    }

    private static String remains(MigrationScript script, int done) {
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

    private static String what(MigrationScript script, SqlFailedException failure, String database) {
        return failure.sentences(script.migration().key() + " on " + database);
    }

    private static String operation(MigrationScript script, int index) {
        return "operation " + (index + 1) + " ("
                + script.operations().get(index).describe() + ")";
    }
}
