package io.kuaka.schema.statement;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on the rows of a table in batches along its primary key, each of which can be a transaction of its own.
 *
 * <p>It is told where it was, and tells where it is; it stores nothing itself. Law: batches one after the other, each
 * from where the former one ended, change the rows as the work at once does.
 */
public interface Walk {
    /** Returns the SQL that does the same at once, for texts; none if the work can't be written as SQL. */
    List<String> whole();

    /** Returns the SQL of one batch, for texts, with question marks for the keys; none if it can't be written as SQL. */
    List<String> batch();

    /** Returns what an earlier run tells about this walk: nothing if it walked along another table or key. */
    WalkProgress resumable(WalkProgress found);

    /** Returns how many workers may share it. */
    int workers();

    /** Returns the batches on a connection. */
    Batches on(Connection connection);

    /** The batches of one run. */
    interface Batches {
        /** Works on the batch after {@code before}, within the caller's transaction. */
        Batch next(WalkProgress before);

        /** Works on the batch after {@code before} in the range up to the row {@code end}; null for all that follow. */
        Batch next(WalkProgress before, @Nullable String end);

        /**
         * Divides the rows after {@code after}, null for all, into ranges of about as many rows, and returns the last row
         * of each range but the last one.
         *
         * @param most the greatest number of ranges
         */
        List<String> ends(@Nullable String after, int most);

        /**
         * Takes the rest between two batches, the last of which took {@code time}, outside of any transaction.
         *
         * @param isOver whether there is to be no next batch, so that nobody has to wait for it
         */
        void rest(Duration time, BooleanSupplier isOver);
    }

    /**
     * What a batch has led to.
     *
     * @param isLast whether no rows were left after it
     */
    record Batch(WalkProgress progress, boolean isLast) {}
}
