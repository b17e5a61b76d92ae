package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fields swap their columns. Thrown before anything is written. */
public final class ExchangedColumnsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ModelKey model;
    private final transient SortedSet<String> fields;

    ExchangedColumnsException(ModelKey model, Collection<String> fields) {
        super("Fields of \"" + model + "\" swap their columns: \""
                + String.join("\", \"", new TreeSet<>(fields))
                + "\". First give one of them another column name and make that migration, then make the one"
                + " that you want.");
        this.model = model;
        this.fields = new TreeSet<>(fields);
    }

    /** Returns the model. */
    public ModelKey model() {
        return model;
    }

    /** Returns the names of the fields. */
    public SortedSet<String> fields() {
        return Collections.unmodifiableSortedSet(fields);
    }
}
