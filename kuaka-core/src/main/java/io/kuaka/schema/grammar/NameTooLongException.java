package io.kuaka.schema.grammar;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a name is longer than the database allows; some databases would truncate it silently. */
public final class NameTooLongException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NameTooLongException(String name, int length, int longest) {
        super("The name \"" + name + "\" has a length of " + length + "; the database allows " + longest
                + ". Choose a shorter one, as with @Table(name = …), @Column(name = …) or @JoinTable(name = …).");
    }
}
