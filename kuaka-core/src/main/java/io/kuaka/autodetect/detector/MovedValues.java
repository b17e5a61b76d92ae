package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
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
 * Asks about columns that leave a table and come in another one with rows of the same entities: an attribute was pulled
 * up or pushed down in a hierarchy, the hierarchy got another strategy, a secondary table came or went, or a new entity
 * took over attributes. The other detectors drop the one column and create the other, which is empty.
 *
 * <p>A state doesn't say which models are one hierarchy: it is told by keys that refer to the other table, or by the columns
 * of a table that is new or gone. Where one table goes and another comes, {@link RenamedModels} asks first if they are alike.
 * Columns of a table that is left to others don't leave it.
 */
public final class MovedValues implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey former : detection.start().models().keySet()) {
            List<String> leaving = leaving(detection, former);
            if (!leaving.isEmpty() && !detection.left().models().contains(former)) {
                detection.to().models().keySet().forEach(key -> compare(detection, former, leaving, key));
            }
        }
    }

    /** Returns the columns that a model has no more, and whose values aren't elsewhere in its table. */
    private static List<String> leaving(Detection detection, ModelKey former) {
        Lineage lineage = detection.lineage();
        @Nullable ModelState rows = detection.to().models().get(lineage.present(former));
        return columns(detection.start().model(former))
                .filter(column -> rows == null || !lineage.isKept(former, column, rows))
                .filter(column -> !lineage.isSettled(former, column))
                .toList();
    }

    private static void compare(Detection detection, ModelKey former, List<String> leaving, ModelKey key) {
        ModelKey from = detection.lineage().present(former);
        if (from.equals(key) || !isOfSameRows(detection, former, key)) {
            return;
        }
        Set<String> coming = folded(detection.to().model(key));
        coming.removeAll(detection
                .lineage()
                .former(key)
                .map(each -> folded(detection.start().model(each)))
                .orElse(Set.of()));
        List<String> moved = leaving.stream()
                .filter(column -> coming.contains(Lineage.folded(column)))
                .toList();
        if (!moved.isEmpty() && !detection.questioner().valuesLeft(from, key, moved)) {
            throw new DetectionStoppedException(
                    Questions.valuesLeft(from, key, moved).text());
        }
    }

    private static boolean isOfSameRows(Detection detection, ModelKey former, ModelKey key) {
        ModelKey from = detection.lineage().present(former);
        ProjectState to = detection.to();
        ModelKey before = detection.lineage().former(key).orElse(null);
        return extendsRowsOf(to, key, from)
                || extendsRowsOf(to, from, key)
                || (before != null && extendsRowsOf(detection.start(), former, before))
                || (before != null && extendsRowsOf(detection.start(), before, former))
                || isSplitOff(detection, former, key, before);
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

    private static Set<String> folded(ModelState model) {
        return columns(model).map(Lineage::folded).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the columns with values of their own. */
    private static Stream<String> columns(ModelState model) {
        return model.fields().values().stream()
                .filter(field -> !field.isPrimaryKey() && field.generated() == null)
                .flatMap(field -> field.columns().stream())
                .distinct();
    }
}
