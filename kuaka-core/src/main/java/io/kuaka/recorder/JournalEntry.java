package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;

/**
 * How far a migration got that isn't one transaction.
 *
 * @param direction {@code forward} or {@code backward}
 * @param done how many of its statements need not be run again
 * @param checksum of those statements
 */
public record JournalEntry(MigrationKey migration, String direction, int done, String checksum) {}
