package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when exactly one row is needed and there is none, or there are several. */
public final class UnexpectedRowsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean isMissing;

    private UnexpectedRowsException(String message, boolean isMissing) {
        super(message);
        this.isMissing = isMissing;
    }

    static UnexpectedRowsException missing(ModelKey model, String statement) {
        return new UnexpectedRowsException(
                "No row of model \"" + model
                        + "\" matches. Use first() or exists() where there may be none. Statement: " + statement,
                true);
    }

    static UnexpectedRowsException several(ModelKey model, String statement) {
        return new UnexpectedRowsException(
                "More than one row of model \"" + model
                        + "\" matches. Narrow the condition, or use filter(...). Statement: " + statement,
                false);
    }

    static UnexpectedRowsException gone(ModelKey model, String statement) {
        return new UnexpectedRowsException(
                "A row of model \"" + model + "\" no longer exists. Statement: " + statement, true);
    }

    /** Returns whether there was no row; otherwise there were several. */
    public boolean isMissing() {
        return isMissing;
    }
}
