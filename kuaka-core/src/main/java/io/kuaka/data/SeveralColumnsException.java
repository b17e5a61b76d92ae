package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.List;

/** Thrown when a field with several columns is used where one value is required, or gets another number of values. */
public final class SeveralColumnsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private SeveralColumnsException(String message) {
        super(message);
    }

    static SeveralColumnsException inExpression(ModelKey model, String field, List<String> columns) {
        return new SeveralColumnsException("Field \"" + field + "\" of model \"" + model + "\" has the columns "
                + columns + ", but a single value is required. Name one field of the referenced key, as in \"" + field
                + ".id\".");
    }

    static SeveralColumnsException inValue(ModelKey model, String field, List<String> columns) {
        return new SeveralColumnsException("Field \"" + field + "\" of model \"" + model + "\" has the columns "
                + columns + ". Pass a List with a value for each of them, or the referenced Row.");
    }
}
