package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when a row has to be identified by its primary key, but its model has none or the row has no value for it. */
public final class MissingKeyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private MissingKeyException(String message) {
        super(message);
    }

    static MissingKeyException ofModel(ModelKey model) {
        return new MissingKeyException("Model \"" + model
                + "\" has no primary key, so a single row can't be identified. Use filter(...) with update or"
                + " delete.");
    }

    static MissingKeyException ofWalk(ModelKey model) {
        return new MissingKeyException("Model \"" + model
                + "\" has no primary key, so its rows can't be walked in batches. Use a RunJava with filter(...) and"
                + " update, or a RunSql.");
    }

    static MissingKeyException ofRow(ModelKey model) {
        return new MissingKeyException("This row of model \"" + model
                + "\" was created without a value for its primary key. Read it again with get(...).");
    }

    static MissingKeyException ofNewRow(ModelKey model, String field) {
        return new MissingKeyException("A new row of model \"" + model + "\" needs a value for \"" + field
                + "\", which the database doesn't generate. Pass one, for example models.nextValue(\"...\")"
                + " from a sequence.");
    }
}
