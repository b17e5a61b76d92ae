package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/**
 * Thrown when a reference is to identify its rows by other fields while other models refer to rows by that reference.
 */
public final class TranslatedKeyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    TranslatedKeyException(ModelKey model, String field, ModelKey referrer) {
        super("Reference \"" + field + "\" of model \"" + model
                + "\" can't refer to other fields than before, because \""
                + referrer + "\" refers to rows of \"" + model
                + "\" by it. Let \"" + referrer + "\" refer to another unique field in a migration of its own first.");
    }
}
