package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;

/** Thrown when what values for existing rows are read from has to be removed before they can be read. */
public final class UnreadableValueException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ModelKey model;
    private final String field;

    UnreadableValueException(Event filled, Proposal removal) {
        super("The values that existing rows of \"" + filled.model() + "\" get in \"" + filled.member()
                + "\" are read from what has to be removed first ("
                + removal.operation().describe()
                + "). No migration was written. Make two: the first one adds \"" + filled.member()
                + "\", as a plain attribute if it is to be part of a key, and the second one does the rest.");
        this.model = filled.model();
        this.field = filled.member();
    }

    /** Returns the model whose rows get the values. */
    public ModelKey model() {
        return model;
    }

    /** Returns the field that they get them in. */
    public String field() {
        return field;
    }
}
