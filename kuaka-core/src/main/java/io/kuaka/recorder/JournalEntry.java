package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.statement.WalkProgress;

/**
 * The progress of a migration that isn't one transaction.
 *
 * @param direction {@code forward} or {@code backward}
 * @param done how many of its statements need not be run again
 * @param begun how many of them were begun at least: one more than {@code done} while a statement runs that can't be
 *      rolled back, and after a run that was killed then
 * @param checksum of the statements that were begun
 * @param fence the fence of the run that wrote it
 * @param walk how far the statement after those that are done is, if it changes rows in batches
 */
public record JournalEntry(
        MigrationKey migration, String direction, int done, int begun, String checksum, long fence, WalkProgress walk) {
    /** Returns whether it is unknown if the last statement that was begun has run. */
    public boolean isUndecided() {
        return begun > done;
    }
}
