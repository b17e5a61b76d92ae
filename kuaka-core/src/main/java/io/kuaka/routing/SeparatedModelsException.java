package io.kuaka.routing;

import io.kuaka.base.MigrationException;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** A foreign key would lead from one database to a table of another one. */
public final class SeparatedModelsException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private SeparatedModelsException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    @Override
    public SeparatedModelsException at(String place) {
        return new SeparatedModelsException(reason, place + ": " + reason);
    }

    /**
     * Makes sure that a model's foreign keys lead to tables of its database.
     *
     * @throws SeparatedModelsException if one doesn't
     */
    public static void requireTogether(Placement placement, ModelKey key, ModelState model) {
        for (Field field : model.fields().values()) {
            if (field.isReference()
                    && field.requireReference().constrained()
                    && !placement.has(field.requireReference().to())) {
                String reason = "Database \"" + placement.database() + "\" has model \"" + key
                        + "\", but not \"" + field.requireReference().to() + "\", which its field \"" + field.name()
                        + "\" refers to. Let the router keep both in the same databases, or map the reference without a"
                        + " foreign key (ConstraintMode.NO_CONSTRAINT).";
                throw new SeparatedModelsException(reason, reason);
            }
        }
    }
}
