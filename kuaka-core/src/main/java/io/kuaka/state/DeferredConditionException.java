package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a unique constraint is both deferred and conditional. */
public final class DeferredConditionException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String constraint;

    DeferredConditionException(String constraint) {
        super("Unique constraint \"" + constraint
                + "\" can't be both deferred and conditional: a conditional unique constraint is an index, which"
                + " can't be deferred. Remove \"deferred\" or \"where\".");
        this.constraint = constraint;
    }

    /** Returns the constraint's name. */
    public String constraint() {
        return constraint;
    }
}
