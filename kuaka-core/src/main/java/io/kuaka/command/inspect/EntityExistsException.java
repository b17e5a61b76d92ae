package io.kuaka.command.inspect;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a file of an entity is there already; what somebody wrote is never overwritten. */
public final class EntityExistsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    EntityExistsException(Path file) {
        super("The file " + file + " already exists. Move it, or name the tables to inspect, another package or another"
                + " folder. Nothing was written.");
        this.file = file;
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }
}
