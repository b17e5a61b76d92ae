package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a model with a history: those of the history have their names, and follow what happens to them. */
final class HistoryColumns {
    private HistoryColumns() {}

    /** Returns whether a field of the history {@code key} follows a renamed field of the model whose history it is. */
    static boolean follows(Detection detection, ModelKey key, Field old, Field now) {
        return old.columns().size() == 1
                && now.columns().size() == 1
                && detection
                        .hints()
                        .historyOf(key)
                        .filter(detection.to()::hasModel)
                        .filter(owner -> isRenamed(
                                detection,
                                owner,
                                old.columns().get(0),
                                now.columns().get(0)))
                        .isPresent();
    }

    private static boolean isRenamed(Detection detection, ModelKey owner, String old, String now) {
        Map<String, Field> former = detection.lineage().formerFields(owner);
        return detection.to().model(owner).fields().values().stream().anyMatch(field -> {
            Field before = former.get(field.name());
            return before != null && isRenamed(before.columns(), field.columns(), old, now);
        });
    }

    private static boolean isRenamed(List<String> before, List<String> after, String old, String now) {
        for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
            if (isRenamed(before.get(i), after.get(i), old, now)) {
                return true;
            }
        }
        return false;
    }

    /** A column that tells whether another one was modified has its name and a suffix. */
    private static boolean isRenamed(String before, String after, String old, String now) {
        if (!old.startsWith(before) || !now.startsWith(after)) {
            return false;
        }
        String suffix = old.substring(before.length());
        return (suffix.isEmpty() || suffix.startsWith("_"))
                && suffix.equals(now.substring(after.length()))
                && !old.equals(now);
    }

    /** Returns models, and the histories of some of them, each behind the model whose history it is. */
    static List<ModelKey> behindModels(Detection detection, Set<ModelKey> models) {
        Set<ModelKey> ordered = new LinkedHashSet<>(models);
        detection.to().models().keySet().stream()
                .filter(detection.from()::hasModel)
                .filter(key -> detection
                        .hints()
                        .historyOf(key)
                        .filter(models::contains)
                        .isPresent())
                .forEach(key -> {
                    ordered.remove(key);
                    ordered.add(key);
                });
        return List.copyOf(ordered);
    }

    /**
     * Returns the change of a field of a history in which values are replaced as in the field of the model, such as the names of
     * classes, which nothing lists in a history.
     */
    static AlterField replaced(Detection detection, ModelKey key, AlterField alteration) {
        AlterField replaced = alteration;
        ModelKey owner = detection.hints().historyOf(key).orElse(null);
        if (owner == null || alteration.replacesValues()) {
            return alteration;
        }
        for (Proposal proposal : detection.proposals()) {
            if (proposal.app().equals(owner.app())
                    && proposal.operation() instanceof AlterField other
                    && other.model().equals(owner.name())
                    && other.field().columns().equals(alteration.field().columns())) {
                for (Map.Entry<Object, Object> each : other.replacements().entrySet()) {
                    replaced = replaced.replacing(each.getKey(), each.getValue());
                }
            }
        }
        return replaced;
    }
}
