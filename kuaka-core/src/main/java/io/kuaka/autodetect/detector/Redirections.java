package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.stream.Stream;

/**
 * Finds the references of a model to another model than before.
 *
 * <p>Their values are keys of the former model. Only the user knows whether these mean anything in the other one. In
 * joined inheritance both may have the same key, and the values mean the same rows.
 */
final class Redirections {
    private Redirections() {}

    /** Returns the former references whose values the user answered to drop. */
    static Stream<Field> dropped(Detection detection, ModelKey key) {
        ModelState before = detection.from().model(key);
        return detection.remaining(key).fields().altered().stream()
                .sorted()
                .map(before::field)
                .filter(field -> isDropped(detection, key, field));
    }

    private static boolean isDropped(Detection detection, ModelKey key, Field before) {
        Field now = detection.to().model(key).field(before.name());
        return before.type() instanceof Reference former
                && now.type() instanceof Reference reference
                && !reference.to().equals(former.to())
                && !areInOneHierarchy(detection, former.to(), reference.to())
                && detection.questioner().redirection(key, now, former.to());
    }

    /** Returns whether rows of two models have the same key if they are the same ones. */
    static boolean areInOneHierarchy(Detection detection, ModelKey model, ModelKey other) {
        return hierarchy(detection, model).equals(hierarchy(detection, other));
    }

    /** Returns the model whose key a model has: its ancestor's, if the key itself is a reference to it. */
    private static ModelKey hierarchy(Detection detection, ModelKey key) {
        ProjectState state = detection.to().hasModel(key) ? detection.to() : detection.start();
        return Stream.of(state)
                .filter(each -> each.hasModel(key))
                .map(each -> each.model(key).primaryKey())
                .filter(primaryKey ->
                        primaryKey.size() == 1 && primaryKey.get(0).isReference())
                .map(primaryKey -> primaryKey.get(0).requireReference().to())
                .filter(parent -> !parent.equals(key))
                .findFirst()
                .map(parent -> hierarchy(detection, parent))
                .orElse(key);
    }
}
