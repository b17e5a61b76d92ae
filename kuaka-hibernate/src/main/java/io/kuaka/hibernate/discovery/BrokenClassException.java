package io.kuaka.hibernate.discovery;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a class file of the application is truncated, or isn't a class file at all. */
public final class BrokenClassException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    BrokenClassException(String name, Path root, Exception cause) {
        super(
                "The class file " + name + " in " + root
                        + " is broken. Compile the project again (mvn clean compile), or replace the jar.",
                cause);
    }
}
