package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.Collection;

/** A database was named that the settings don't have. */
public final class UnknownAliasException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownAliasException(String alias, Collection<String> known) {
        super("There is no database \"" + alias + "\" in the settings, only \"" + String.join("\", \"", known)
                + "\". Add databases." + alias + ".url to kuaka.properties, or choose another one.");
    }
}
