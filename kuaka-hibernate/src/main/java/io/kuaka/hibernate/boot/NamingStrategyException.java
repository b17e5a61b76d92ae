package io.kuaka.hibernate.boot;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when the application's settings name a naming strategy that can't be created. */
public final class NamingStrategyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    NamingStrategyException(String className, String type, Exception cause) {
        super(
                "The naming strategy \"" + className + "\" can't be used: " + cause
                        + ". It must be on the class path, implement " + type
                        + " and have a no-argument constructor.",
                cause);
    }
}
