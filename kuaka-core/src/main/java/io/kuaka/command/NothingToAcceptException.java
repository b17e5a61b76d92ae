package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.Optional;

/** Thrown when changes of a migration are to be accepted that has none. */
public final class NothingToAcceptException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NothingToAcceptException(MigrationKey key, Optional<String> appliedAt) {
        super("There are no changes of " + key + " to accept: "
                + (appliedAt.isPresent() ? "it is as this database has it." : "this database hasn't applied it.")
                + " Nothing was changed. Run 'kuaka showmigrations' to see what differs.");
    }
}
