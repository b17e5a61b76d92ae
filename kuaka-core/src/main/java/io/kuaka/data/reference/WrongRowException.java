package io.kuaka.data.reference;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when a row is used as a value where no reference to its model is. */
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
