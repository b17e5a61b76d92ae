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
 * The difference of two states, piece by piece: the only comparison of states, which all others read.
 *
 * <p>It knows no renames: what has another name is removed and added. The order of fields, indexes and constraints makes
 * no difference, as in {@link ModelState}.
 *
 * <p>Law: it is empty exactly when the states are equal, and so is the difference of two models.
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

    /** Returns the keys of all that isn't the same in both states. */
    public SortedSet<ModelKey> keys() {
        return Stream.concat(Stream.of(models), others().values().stream())
                .flatMap(changes -> changes.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what differs in all that isn't part of a model, by the word for its kind. */
    public Map<String, Changes<ModelKey, ?>> others() {
        return Map.of(SEQUENCE, sequences);
    }

    /** Returns what differs between the two pictures of a model; one that a state hasn't got has nothing there. */
    public ModelDiff model(ModelKey key) {
        return ModelDiff.between(models.before().get(key), models.after().get(key));
    }
}
