package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What the history keeps of a migration besides its name, in the words of its columns.
 *
 * @param checksum of the operations
 * @param operations the operations, compressed
 * @param replaced the names of the migrations that it stands for
 */
public record AppliedContent(String checksum, String operations, String replaced) {
    /** Returns what is kept of a migration that stands for others, mostly for none. */
    public static AppliedContent of(MigrationNode migration, Collection<MigrationKey> replaced) {
        return new AppliedContent(
                OperationChecksum.of(migration).text(),
                OperationForms.of(migration).compressed(),
                replaced.stream().map(MigrationKey::toString).collect(Collectors.joining(" ")));
    }
}
