package io.kuaka.routing;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;

/** Code asked for the rows of a model that is in another database. */
public final class ModelElsewhereException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private ModelElsewhereException(String message) {
        super(message);
    }

    /**
     * Makes sure that a database has a model.
     *
     * @throws ModelElsewhereException if it doesn't
     */
    public static void requireHere(Placement placement, ModelKey key) {
        if (!placement.has(key)) {
            throw new ModelElsewhereException("Model \"" + key + "\" isn't in database \"" + placement.database()
                    + "\": the router keeps it out. Ask models.database() first, or let the router keep this operation"
                    + " out, too, by a hint.");
        }
    }
}
