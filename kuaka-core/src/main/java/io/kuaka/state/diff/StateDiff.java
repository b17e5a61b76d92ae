package io.kuaka.state.diff;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between two states, piece by piece: the only comparison of states, used by everything that needs one.
 *
 * <p>It has no renames: something with another name is removed and added. Of all orders only that of a primary key makes a
 * difference, as in {@link ModelState}.
 *
 * <p>Law: it is empty exactly when the states are equal; the same holds for the difference between two models.
 */
public record StateDiff(Changes<ModelKey, ModelState> models, Changes<ModelKey, Sequence> sequences) {
    /** The word for sequences among {@link #others}. */
    public static final String SEQUENCE = "sequence";

    /** Returns the difference between two states. */
    public static StateDiff between(ProjectState before, ProjectState after) {
        return new StateDiff(
                Changes.between(before.models(), after.models()),
                Changes.between(before.sequences(), after.sequences()));
    }

    /** Returns whether the states are equal. */
    public boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Returns the keys of everything that differs. */
    public SortedSet<ModelKey> keys() {
        return Stream.concat(Stream.of(models), others().values().stream())
                .flatMap(changes -> changes.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the differences in everything outside models, by the word for its kind. */
    public Map<String, Changes<ModelKey, ?>> others() {
        return Map.of(SEQUENCE, sequences);
    }

    /** Returns the difference between the two versions of a model; a missing one counts as empty. */
    public ModelDiff model(ModelKey key) {
        return ModelDiff.between(models.before().get(key), models.after().get(key));
    }
}
