package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Map;

/** The columns of a model with a history that are renamed: those of the history have their names, and follow them. */
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
}
