package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tables hold rows of the same entities, as those of a hierarchy and secondary tables do.
 *
 * <p>A state doesn't say which models are one hierarchy: it is told by keys that refer to the other table, or by the columns
 * of a table that is new or gone.
 */
final class SameRows {
    private SameRows() {}

    /** Returns whether a model of the start and one of the end hold rows of the same entities. */
    static boolean have(Detection detection, ModelKey former, ModelKey key) {
        ModelKey from = detection.lineage().present(former);
        ProjectState to = detection.to();
        ModelKey before = detection.lineage().former(key).orElse(null);
        return extendsRowsOf(to, key, from)
                || extendsRowsOf(to, from, key)
                || (before != null && extendsRowsOf(detection.start(), former, before))
                || (before != null && extendsRowsOf(detection.start(), before, former))
                || isSplitOff(detection, former, key, before);
    }

    /** Returns whether a model may be a class below another one: it refers to that by its key, or has all of its columns. */
    static boolean mayExtend(ProjectState state, ModelKey key, ModelKey upper) {
        return extendsRowsOf(state, key, upper) || folded(state.model(key)).containsAll(folded(state.model(upper)));
    }

    /** Returns whether the whole key of a model refers to another one, as those of joined and secondary tables do. */
    private static boolean extendsRowsOf(ProjectState state, ModelKey key, ModelKey other) {
        if (!state.hasModel(key)) {
            return false;
        }
        List<Field> ids = state.model(key).primaryKey();
        return ids.size() == 1 && ids.get(0).refersTo(other);
    }

    /**
     * Returns whether one of two tables is new or gone, or both are, and they have the same kind of key, and one nothing that
     * the other one hasn't: a class of a hierarchy got a table of its own, or lost it.
     */
    private static boolean isSplitOff(Detection detection, ModelKey former, ModelKey key, @Nullable ModelKey before) {
        ModelState old = detection.start().model(former);
        ModelState now = detection.to().model(key);
        if (!keyTypes(old).equals(keyTypes(now)) || key.isPart() || former.isPart()) {
            return false;
        }
        boolean isGone = !detection.to().hasModel(detection.lineage().present(former));
        if (before == null) {
            return folded(old).containsAll(folded(now))
                    || (isGone && folded(now).containsAll(folded(old)));
        }
        Set<String> common = folded(old);
        common.retainAll(folded(detection.start().model(before)));
        return isGone && !common.isEmpty() && folded(now).containsAll(folded(old));
    }

    private static List<Object> keyTypes(ModelState model) {
        return model.primaryKey().stream().map(field -> (Object) field.type()).toList();
    }

    static Set<String> folded(ModelState model) {
        return columns(model).map(Lineage::folded).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the columns with values of their own. */
    static Stream<String> columns(ModelState model) {
        return model.fields().values().stream()
                .filter(field -> !field.isPrimaryKey() && field.generated() == null)
                .flatMap(field -> field.columns().stream())
                .distinct();
    }
}
