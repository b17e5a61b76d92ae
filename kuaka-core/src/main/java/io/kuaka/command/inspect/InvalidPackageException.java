package io.kuaka.command.inspect;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the package for entities can't be one in Java. Commands end with exit code 2. */
public final class InvalidPackageException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String packageName;

    InvalidPackageException(String packageName) {
        super("\"" + packageName + "\" can't be the name of a package in Java: between its dots stand words that begin"
                + " with a letter and aren't reserved, as in com.example.shop.");
        this.packageName = packageName;
    }

    /** Returns the name that was asked for. */
    public String packageName() {
        return packageName;
    }
}
