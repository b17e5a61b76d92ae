package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds renamed constants of an enumeration that is stored by name, or of a check that lists what a text may be, as that of a
 * hierarchy's discriminator does, and lets rows follow them.
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

    /**
     * Returns the change of a field with what renamed constants become.
     *
     * @param before the model with the checks that it had at the start
     * @param old the field as it was at the start
     */
    static AlterField replaced(Detection detection, ModelKey key, ModelState before, Field old, AlterField alteration) {
        Field field = alteration.field();
        boolean isPlain = !alteration.replacesValues()
                && !old.isPrimaryKey()
                && !field.isPrimaryKey()
                && old.generated() == null
                && isNamed(old) == isNamed(field);
        return isPlain
                ? new RenamedConstants(
                                detection,
                                key,
                                field,
                                values(before, old),
                                values(detection.to().model(key), field))
                        .replaced(alteration)
                : alteration;
    }

    private static boolean isNamed(Field field) {
        return field.type() instanceof ColumnType type && type.kind() == ColumnType.Kind.ENUM;
    }

    private static List<String> values(ModelState model, Field field) {
        if (isNamed(field)) {
            return ((ColumnType) field.type()).values();
        }
        boolean isText = field.type() instanceof ColumnType type && type.family() == TypeFamily.TEXT;
        return isText
                ? AdmittedValues.of(model, field)
                        .findFirst()
                        .map(RenamedConstants::texts)
                        .orElse(List.of())
                : List.of();
    }

    /** Returns the texts of a list; none if anything else is in it. */
    private static List<String> texts(List<String> spelled) {
        boolean areTexts = spelled.stream().allMatch(each -> each.startsWith("'"));
        return areTexts
                ? spelled.stream()
                        .map(each -> each.substring(1, each.length() - 1).replace("''", "'"))
                        .toList()
                : List.of();
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
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        for (String constant : List.copyOf(gone)) {
            free.stream().filter(other -> isTold(constant, other)).findFirst().ifPresent(other -> {
                renamed.put(constant, other);
                gone.remove(constant);
                free.remove(other);
            });
        }
        gone.forEach(constant -> ask(constant, free, renamed));
        return renamed;
    }

    /** The constants of a discriminator are names of entities. */
    private boolean isTold(String constant, String other) {
        ModelKey entity = new ModelKey(key.app(), other);
        return !isNamed(field)
                && (detection.hints().tell(new ModelKey(key.app(), constant), entity)
                        || detection
                                .lineage()
                                .former(entity)
                                .filter(former -> former.name().equals(constant))
                                .isPresent());
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
