package io.kuaka.spring.start;

import io.kuaka.spring.database.StartException;
import java.io.Serial;

/** Thrown when the property {@code kuaka.target} doesn't name a migration. */
final class UnusableTargetException extends StartException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnusableTargetException(String target) {
        super(
                "kuaka.target is \"" + target + "\", which isn't an app and a migration.",
                "Write, for example, \"catalog.0003\".");
    }
}
