package io.kuaka.autodetect.detector;

import io.kuaka.base.MigrationException;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.io.Serial;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Thrown when a key gets, loses or replaces columns while references to all of it stay, before anything is written. */
public final class ResizedKeyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String COPYING = """
            Change the key in four steps, each with a migration of its own:
              1. Run 'kuaka makemigrations --empty', and copy those rows into a table of your own there by RunSql.
              2. Remove the attributes that refer to the key, and run 'kuaka makemigrations'.
              3. Change the key, and run 'kuaka makemigrations'.
              4. Add the attributes again, run 'kuaka makemigrations', and fill them from the copy by RunSql.""";

    private final transient ModelKey model;
    private final transient SortedSet<String> references;

    /** With {@code isKeyItself}, some references are the whole key of what refers, as in a joined subclass: they have no other. */
    ResizedKeyException(
            ModelKey model, ModelState before, ModelState after, SortedSet<String> references, boolean isKeyItself) {
        super("The key of \"" + model + "\" changes from " + columns(before) + " to " + columns(after) + ", but \""
                + String.join("\", \"", references)
                + "\" refers to all of it, and the rows there have only the old key. No migration was written.\n"
                + (!isKeyItself && isKept(before, after) ? renaming(before) : COPYING));
        this.model = model;
        this.references = new TreeSet<>(references);
    }

    private static String columns(ModelState model) {
        return model.primaryKey().stream()
                .flatMap(field -> field.columns().stream())
                .distinct()
                .map(column -> "\"" + column + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Returns whether the columns of the old key stay beside the new one, so that references can go on with them. */
    private static boolean isKept(ModelState before, ModelState after) {
        return before.primaryKey().size() == 1
                && before.primaryKey().get(0).columns().size() == 1
                && after.fields().values().stream()
                        .anyMatch(field -> !field.isPrimaryKey()
                                && field.isUnique()
                                && field.columns()
                                        .equals(before.primaryKey().get(0).columns()));
    }

    private static String renaming(ModelState before) {
        return "Change the key in two steps, each with a migration of its own:\n"
                + "  1. Let the attributes refer to the old key by @JoinColumn(referencedColumnName = \""
                + before.primaryKey().get(0).columns().get(0)
                + "\"), in a @JoinTable by inverseJoinColumns or joinColumns, in a @CollectionTable by joinColumns, and run"
                + " 'kuaka makemigrations'.\n"
                + "  2. Remove referencedColumnName again, and run 'kuaka makemigrations': the values are translated.";
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
