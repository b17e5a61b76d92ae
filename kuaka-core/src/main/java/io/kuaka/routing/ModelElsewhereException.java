package io.kuaka.routing;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;

/** Code asked for the rows of a model that is in another database. */
public final class ModelElsewhereException extends MigrationException {
    private static final long serialVersionUID = 1L;

    ModelElsewhereException(String database, ModelKey key) {
        super("Model \"" + key + "\" isn't in database \"" + database + "\": the router keeps it out. Ask"
                + " models.database() first, or let the router keep this operation out, too, by a hint.");
    }
}
