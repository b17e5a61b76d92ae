package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when the {@code package-info.java} that would make a package an app already exists. */
public final class PackageInfoExistsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    PackageInfoExistsException(Path file, String label) {
        super("The file " + file + " exists already. Put @App(\"" + label
                + "\") on the package in it and run 'kuaka makemigrations' again; nothing was written.");
    }
}
