package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A unique constraint is for a part of the rows only, and is to wait for the end of the transaction. */
public final class DeferredConditionException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String constraint;

    DeferredConditionException(String constraint) {
        super("Unique constraint \"" + constraint
                + "\" can't be deferred and have a condition: what is unique for a part of"
                + " the rows only is kept by an index, which never waits. Leave out \"deferred\" or \"where\".");
        this.constraint = constraint;
    }

    /** Returns the constraint's name. */
    public String constraint() {
        return constraint;
    }
}
