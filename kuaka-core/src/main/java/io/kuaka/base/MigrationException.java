package io.kuaka.base;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a migration can't be made, planned or run.
 *
 * <p>Each situation has a final subclass in the package that meets it. A message says what happened, where, and the way
 * out; identifiers stand in double quotes, migrations as {@code catalog.0003_title}. Messages never hold passwords.
 */
public abstract class MigrationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    protected MigrationException(String message) {
        super(message);
    }

    protected MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the same problem with the place in history where it occurred, as in
     * {@code catalog.0002_tags, operation 1 (Add field slug to Book)}; this exception if its message has no use for a
     * place.
     *
     * <p>The state doesn't know which operation is applied to it. The caller that does throws what this returns.
     */
    public MigrationException at(String place) {
        return this;
    }

    /** Returns the words for the place within a message; empty without one. */
    protected static String before(@Nullable String place) {
        return place == null ? "" : " before " + place;
    }
}
