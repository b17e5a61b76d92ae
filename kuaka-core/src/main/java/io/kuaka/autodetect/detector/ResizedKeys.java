package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses keys that get or lose columns, or give way to others, while references to all of them stay: the referring rows
 * don't have the new key.
 */
public final class ResizedKeys implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState before = detection.from().model(key);
            ModelState after = detection.to().model(key);
            long oldSize = size(before);
            long newSize = size(after);
            if (oldSize != newSize || isReplaced(before, after)) {
                SortedSet<String> references = references(detection, key, oldSize, newSize);
                if (!references.isEmpty()) {
                    throw new ResizedKeyException(key, before, after, references, isKeyItself(detection, key));
                }
            }
        }
    }

    /** The old key stays beside the new one, and for a moment both would be the key, or none. */
    private static boolean isReplaced(ModelState before, ModelState after) {
        return !before.primaryKey().isEmpty()
                && !after.primaryKey().isEmpty()
                && Collections.disjoint(names(before), names(after))
                && after.fields().keySet().containsAll(names(before));
    }

    private static Set<String> names(ModelState model) {
        return model.primaryKey().stream().map(Field::name).collect(Collectors.toSet());
    }

    private static long size(ModelState model) {
        return model.primaryKey().stream()
                .flatMap(field -> field.columns().stream())
                .distinct()
                .count();
    }

    private static SortedSet<String> references(Detection detection, ModelKey key, long before, long after) {
        return detection.from().referrers(key).stream()
                .filter(detection.to()::hasModel)
                .flatMap(referrer -> {
                    Map<String, Field> now = detection.to().model(referrer).fields();
                    return detection.from().model(referrer).fields().values().stream()
                            .filter(field ->
                                    refersToKey(field, key, before) && refersToKey(now.get(field.name()), key, after))
                            .map(field -> referrer.isPart() ? referrer.toString() : referrer + "." + field.name());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isKeyItself(Detection detection, ModelKey key) {
        return detection.from().referrers(key).stream()
                .filter(detection.to()::hasModel)
                .map(referrer -> detection.from().model(referrer).primaryKey())
                .anyMatch(all -> all.size() == 1
                        && refersToKey(all.get(0), key, all.get(0).columns().size()));
    }

    private static boolean refersToKey(@Nullable Field field, ModelKey key, long size) {
        return field != null
                && field.refersTo(key)
                && field.columns().size() == size
                && field.requireReference().targets().isEmpty();
    }
}
