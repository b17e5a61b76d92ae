package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a field whose names, those of classes or entities, are known before and now. */
record MeantValues(Detection detection, ModelKey key, Map<String, String> before, Map<String, String> now) {
    /** Returns the values; empty where the history or the models don't say what they mean. */
    static Optional<MeantValues> of(Detection detection, ModelKey key, Field old, Field field) {
        Meaning before = old.meaning();
        Meaning now = field.meaning();
        boolean isKnown = isOfNames(before) && isOfNames(now);
        return isKnown && before != null && now != null
                ? Optional.of(new MeantValues(detection, key, before.values(), now.values()))
                : Optional.empty();
    }

    static boolean isOfNames(@Nullable Meaning meaning) {
        return meaning != null && (meaning.kind() == Meaning.Kind.CLASSES || meaning.kind() == Meaning.Kind.ENTITIES);
    }

    /** Returns the former name of a class or an entity, if it is known that it had another one. */
    Optional<String> formerName(String name) {
        ModelKey present = name.contains(".") ? ModelKey.parse(name) : new ModelKey(key.app(), name);
        return detection
                .hints()
                .formerName(present)
                .or(() -> detection.lineage().former(present).map(ModelKey::toString))
                .map(this::inApp)
                .filter(former -> !former.equals(name));
    }

    private String inApp(String name) {
        return name.startsWith(key.app() + ".") ? name.substring(key.app().length() + 1) : name;
    }

    /** Returns whether these names are their own values, so that the history of values tells of the names. */
    boolean areValues(List<String> names) {
        return names.stream().allMatch(name -> name.equals(now.get(name)));
    }

    /**
     * Returns what values become whose names were renamed.
     *
     * @param renamed the names, former ones first
     */
    Map<String, String> renamed(Map<String, String> renamed) {
        Map<String, String> values = new LinkedHashMap<>();
        renamed.forEach((former, name) -> put(values, before.get(former), now.get(name)));
        return values;
    }

    /**
     * Returns what values become if they follow names that stay, as far as the user wants it. Values that others had before are
     * asked about together: they may have stayed, and names changed.
     *
     * @param renamed the names that don't stay, former ones first
     */
    Map<String, String> asked(Field field, Map<String, String> renamed) {
        Map<String, String> moved = new LinkedHashMap<>();
        before.forEach((name, value) -> {
            if (!renamed.containsKey(name) && !renamed.containsValue(name)) {
                put(moved, value, now.get(name));
            }
        });
        boolean passes = moved.values().stream().anyMatch(before::containsValue);
        if (passes) {
            return detection.questioner().classesExchanged(key, field, moved) ? moved : Map.of();
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        moved.forEach((value, other) -> {
            if (detection.questioner().constantRename(key, field, value, other)) {
                wanted.put(value, other);
            }
        });
        return wanted;
    }

    /** Returns the values of names that are there before and now. */
    List<String> kept() {
        return before.entrySet().stream()
                .filter(each -> now.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void put(Map<String, String> values, @Nullable String former, @Nullable String value) {
        if (former != null && value != null && !former.equals(value)) {
            values.put(former, value);
        }
    }
}
