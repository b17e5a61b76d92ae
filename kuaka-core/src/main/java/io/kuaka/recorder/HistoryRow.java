package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import java.util.Optional;
import java.util.Set;

/**
 * A migration that a database has.
 *
 * @param applied when the database got it, in the zone of this JVM
 * @param runBy who ran it, as in {@code anna@build-7, process 4711}; empty if an older release did
 * @param checksum of its operations; empty if it wasn't run itself, or by a release whose checksums mean something else
 * @param replaced the migrations that it stands for
 * @param database the database on which it was run; empty if that isn't known
 */
public record HistoryRow(
        String applied,
        Optional<String> runBy,
        Optional<OperationChecksum> checksum,
        Set<MigrationKey> replaced,
        String database) {
    public HistoryRow {
        replaced = Set.copyOf(replaced);
    }
}
