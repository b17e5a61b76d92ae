package io.kuaka.state;

import io.kuaka.base.Internal;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Reads the current models from the application's code; the Hibernate reader is one. */
@Internal
public interface ModelReader {
    /** Returns the current state of all models; needs no database. */
    ProjectState read();

    /**
     * Returns the names that models and fields had before, where the code says so: from the model, or the field after
     * it as in {@code catalog.Book.title}, to the old name. They answer the detector's questions about renames. Where the
     * values of a discriminator follow the names of classes, they are named, too, as in {@code catalog.Book.kind=Novel}.
     */
    default Map<String, String> renameHints() {
        return Map.of();
    }

    /** Returns the models that keep the history of another one, which they are named after, and that one. */
    default Map<ModelKey, ModelKey> histories() {
        return Map.of();
    }

    /**
     * Returns the fields that hold positions in lists, as in {@code catalog.Book.authors.index}, with the lists of each. It is
     * known of the models as they are now, not of the history: only a new position needs it.
     */
    default Map<String, List<ListPosition>> listPositions() {
        return Map.of();
    }

    /**
     * Returns whether the table of a model is left to others from now on. The models no longer have it, and nobody drops
     * it.
     *
     * @param model as the history has it
     */
    default boolean leavesToOthers(ModelState model) {
        return false;
    }

    /**
     * Returns the classes in packages of migrations that use classes of the models as they are now, and those. The models
     * change, and the migration has to do what it always did.
     */
    default SortedMap<String, SortedSet<String>> liveUses() {
        return new TreeMap<>();
    }
}
