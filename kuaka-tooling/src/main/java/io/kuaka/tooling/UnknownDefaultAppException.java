package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;

/** Thrown when the setting {@code default-app} names an app without a package, so its migrations have no place. */
public final class UnknownDefaultAppException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownDefaultAppException(String label, Collection<String> known) {
        super("The setting \"default-app\" names \"" + label
                + "\", but no package is that app, so its migrations have no"
                + " place. Put @App(\"" + label + "\") on the package-info.java of the package that should have them"
                + (known.isEmpty() ? "." : ", or name one of the apps: \"" + String.join("\", \"", known) + "\"."));
    }
}
