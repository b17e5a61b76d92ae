package io.kuaka.schema.grammar;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when two parts of a schema have a name that only one of them can have. */
public final class SameNameException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    SameNameException(String name, String one, String other, String declaration) {
        super("The name \"" + name + "\" would be that of " + one + " and of " + other
                + ", and the database has one such name in a schema. Choose another name for one of them, as with "
                + declaration + ".");
    }
}
