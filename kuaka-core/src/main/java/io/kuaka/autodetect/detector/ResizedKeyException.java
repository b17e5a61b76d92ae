package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import java.io.Serial;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Thrown when a key gets or loses columns while references to all of it stay, before anything is written. */
public final class ResizedKeyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ModelKey model;
    private final transient SortedSet<String> references;

    ResizedKeyException(ModelKey model, long before, long after, SortedSet<String> references) {
        super("The key of \"" + model + "\" changes from " + before + " column(s) to " + after + ", but \""
                + String.join("\", \"", references)
                + "\" refers to all of it, and the rows there have only the old key. No migration was written.\n"
                + "Change the key in four steps, each with a migration of its own:\n"
                + "  1. Run 'kuaka makemigrations --empty', and copy those rows into a table of your own there by RunSql.\n"
                + "  2. Remove the attributes that refer to the key, and run 'kuaka makemigrations'.\n"
                + "  3. Change the key, and run 'kuaka makemigrations'.\n"
                + "  4. Add the attributes again, run 'kuaka makemigrations', and fill them from the copy by RunSql.");
        this.model = model;
        this.references = new TreeSet<>(references);
    }

    /** Returns the model whose key changes. */
    public ModelKey model() {
        return model;
    }

    /** Returns the references and tables that refer to the whole key. */
    public SortedSet<String> references() {
        return Collections.unmodifiableSortedSet(references);
    }
}
