package io.kuaka.data.reference;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when a row is used as a value where no reference to its model is, or without what the reference needs. */
public final class WrongRowException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private WrongRowException(String message) {
        super(message);
    }

    /** Returns the exception for a reference to another model. */
    public static WrongRowException ofReference(ModelKey model, String field, ModelKey to, ModelKey row) {
        return new WrongRowException("Field \"" + field + "\" of model \"" + model + "\" refers to \"" + to
                + "\", so a row of model \"" + row
                + "\" can't be its value. Pass a row of that model, or the key that is meant, as in row.get(\"id\").");
    }

    /** Returns the exception for a reference to something else than the key, which the row has no value for. */
    public static WrongRowException ofTarget(ModelKey model, String field, ModelKey to, String target, ModelKey row) {
        String start = "Field \"" + field + "\" of model \"" + model + "\" refers to column \"" + target + "\" of \""
                + to + "\", ";
        return new WrongRowException(
                row.equals(to)
                        ? start + "which is null in this row. Give it a value first, or refer to another row."
                        : start + "which a row of model \"" + row + "\" doesn't have. Pass the row of \"" + to + "\".");
    }

    /** Returns the exception for a field that isn't a reference. */
    public static WrongRowException ofField(ModelKey model, String field, ModelKey row) {
        return new WrongRowException("Field \"" + field + "\" of model \"" + model
                + "\" isn't a reference, so a row of model \"" + row
                + "\" can't be its value. Pass one of the row's fields, as in row.get(\"id\").");
    }

    /** Returns the exception for a place where no field says what is meant. */
    public static WrongRowException ofPlace(ModelKey row) {
        return new WrongRowException("A row of model \"" + row
                + "\" can be a value only where a reference is assigned, or compared with it by eq, ne or in."
                + " Pass one of the row's fields, as in row.get(\"id\").");
    }
}
