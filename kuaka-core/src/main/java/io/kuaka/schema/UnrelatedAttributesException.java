package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when links are to be copied between two attributes that don't link the same rows of the same two entities. */
public final class UnrelatedAttributesException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnrelatedAttributesException(String app, String from, String to) {
        super("Links can't be copied from \"" + app + "." + from + "\" to \"" + app + "." + to
                + "\": one of them must be a reference, such as \"Pet.owner\", and the other an attribute with a join"
                + " table between the same two entities and by the same fields, such as \"Owner.pets\".");
    }
}
