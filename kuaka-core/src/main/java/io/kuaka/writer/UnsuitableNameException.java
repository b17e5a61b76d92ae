package io.kuaka.writer;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;

/** Thrown when a migration's name can't be the name of a class. */
public final class UnsuitableNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnsuitableNameException(MigrationKey key) {
        super("Migration " + key + " can't be written: its name must be a number, an underscore and a word of"
                + " letters, digits and underscores, e.g. \"0002_book_isbn\".");
    }
}
