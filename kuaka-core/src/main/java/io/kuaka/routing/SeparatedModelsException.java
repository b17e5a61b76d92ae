package io.kuaka.routing;

import io.kuaka.base.MigrationException;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;

/** A foreign key would lead from one database to a table of another one. */
public final class SeparatedModelsException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private SeparatedModelsException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    SeparatedModelsException(String database, ModelKey key, Field reference) {
        this(reason(database, key, reference), reason(database, key, reference));
    }

    private static String reason(String database, ModelKey key, Field reference) {
        return "Database \"" + database + "\" has model \"" + key + "\", but not \""
                + reference.requireReference().to() + "\", which its field \"" + reference.name()
                + "\" refers to. Let the router keep both in the same databases, or map the reference without a"
                + " foreign key (ConstraintMode.NO_CONSTRAINT).";
    }

    @Override
    public SeparatedModelsException at(String place) {
        return new SeparatedModelsException(reason, place + ": " + reason);
    }
}
