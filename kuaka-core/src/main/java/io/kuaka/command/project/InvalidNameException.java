package io.kuaka.command.project;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when the name for a new migration can't be part of a class name. Commands end with exit code 2. */
public final class InvalidNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private InvalidNameException(String name) {
        super("The name \"" + name + "\" can't be part of a class name: use only letters, digits and underscores.");
    }

    /**
     * Makes sure that a migration can have this name.
     *
     * @param name the name without its number; null if the command finds one itself
     */
    public static void requireValid(@Nullable String name) {
        if (name != null && !name.matches("\\w+")) {
            throw new InvalidNameException(name);
        }
    }
}
