package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds renamed constants of an enumeration that is stored by name, and lets rows follow them.
 *
 * <p>A constant that leaves while others come is asked about, the likeliest pair first. Keys are left alone: what refers
 * to them would have to follow.
 */
final class RenamedConstants {
    private final Detection detection;
    private final ModelKey key;
    private final Field field;
    private final List<String> before;
    private final List<String> now;

    private RenamedConstants(Detection detection, ModelKey key, Field field, List<String> before, List<String> now) {
        this.detection = detection;
        this.key = key;
        this.field = field;
        this.before = before;
        this.now = now;
    }

    /** Returns the change of a field with what renamed constants become. */
    static AlterField replaced(Detection detection, ModelKey key, Field old, AlterField alteration) {
        Field field = alteration.field();
        boolean isPlain = isNamed(old)
                && isNamed(field)
                && !alteration.replacesValues()
                && !old.isPrimaryKey()
                && !field.isPrimaryKey()
                && old.generated() == null;
        return isPlain
                ? new RenamedConstants(detection, key, field, values(old), values(field)).replaced(alteration)
                : alteration;
    }

    private static boolean isNamed(Field field) {
        return field.type() instanceof ColumnType type && type.kind() == ColumnType.Kind.ENUM;
    }

    private static List<String> values(Field field) {
        return ((ColumnType) field.type()).values();
    }

    private AlterField replaced(AlterField alteration) {
        Map<String, String> renamed = renamed();
        if (renamed.isEmpty()) {
            return alteration;
        }
        AlterField replacing = alteration;
        for (String constant : before) {
            if (renamed.containsKey(constant) || now.contains(constant)) {
                replacing = replacing.replacing(constant, renamed.getOrDefault(constant, constant));
            }
        }
        return replacing;
    }

    private Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        List<String> free = new ArrayList<>(now);
        free.removeAll(before);
        for (String constant : before) {
            if (!now.contains(constant)) {
                ask(constant, free, renamed);
            }
        }
        return renamed;
    }

    private void ask(String constant, List<String> free, Map<String, String> renamed) {
        int place = before.indexOf(constant);
        List<String> candidates = free.stream()
                .sorted(Comparator.comparingDouble((String other) -> Similarity.ofNames(constant, other))
                        .reversed()
                        .thenComparing(other -> Math.abs(now.indexOf(other) - place)))
                .toList();
        for (String candidate : candidates) {
            boolean isSettled = renamed.containsKey(constant);
            // Where nobody answers, the others are asked about, too, so that all candidates are listed.
            if ((!isSettled || !detection.questioner().openQuestions().isEmpty())
                    && detection.questioner().constantRename(key, field, constant, candidate)
                    && !isSettled) {
                renamed.put(constant, candidate);
                free.remove(candidate);
            }
        }
    }
}
