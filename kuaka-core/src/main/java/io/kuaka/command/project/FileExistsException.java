package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a migration would overwrite a file. */
public final class FileExistsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    FileExistsException(Path file) {
        super("The file " + file
                + " already exists, but its class isn't compiled. Compile the project, or move the file. Nothing was"
                + " written.");
    }
}
