package io.kuaka.state;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a field is removed or changed while a generated field depends on it. */
public final class StillNeededException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String model;
    private final String field;
    private final String computed;

    StillNeededException(String model, String field, String computed) {
        this(model, field, computed, null);
    }

    private StillNeededException(String model, String field, String computed, @Nullable String place) {
        super("Field \"" + field + "\" of model \"" + model + "\" is still in use" + before(place)
                + ": the generated field \"" + computed + "\" depends on it. Remove or alter \"" + computed
                + "\" first.");
        this.model = model;
        this.field = field;
        this.computed = computed;
    }

    /** Returns the name of the generated field. */
    public String computed() {
        return computed;
    }

    @Override
    public MigrationException at(String place) {
        return new StillNeededException(model, field, computed, place);
    }
}
