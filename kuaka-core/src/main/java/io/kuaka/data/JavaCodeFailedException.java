package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.base.UserCode;
import java.io.Serial;

/** The code of a data migration threw something of its own. Whoever ran the code says which migration it was. */
public final class JavaCodeFailedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    JavaCodeFailedException(JavaCode code, Throwable cause) {
        super(UserCode.failure(cause, code.getClass().getName()), cause);
    }
}
