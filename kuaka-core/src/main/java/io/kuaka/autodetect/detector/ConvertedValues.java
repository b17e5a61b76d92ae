package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.fact.Meaning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values that a mapping stores in another way than before, as by a converter, though it may be in the same column.
 *
 * <p>What constants are stored as is known on both sides: rows follow. It is asked about if they were converted before, too, as
 * rows may have the new values already, and if constants can't be told apart any more. Of other values nothing is known but that
 * they mean something else, which is always asked about.
 *
 * @param before the model with the checks that it had at the start
 * @param first the field as it was at the start
 * @param old the field as it is by now
 */
record ConvertedValues(Detection detection, ModelKey key, ModelState before, Field first, Field old, Field field) {
    /** Returns whether the mapping tells how values are stored where types don't, and it changes. */
    boolean isChanged() {
        boolean isValue = old.type() instanceof ColumnType
                && field.type() instanceof ColumnType
                && old.generated() == null
                && field.generated() == null
                && isStorage(old)
                && isStorage(field);
        return isValue && (isOfConstants() || isOtherwise());
    }

    /** Returns whether no more is known than that the values mean something else. */
    boolean isAsked() {
        return isChanged() && !isTranslatable() && !isOfHistory();
    }

    /** Returns whether the values of all constants are known before and now, so that no cast is needed. */
    boolean isTranslatable() {
        Map<String, Object> former = formerConstants();
        Map<String, Object> now = constants(detection.to().model(key), field);
        boolean isKnown = isOfConstants()
                && !Collections.disjoint(former.keySet(), now.keySet())
                && !former.containsValue(UNSPELLED)
                && !now.containsValue(UNSPELLED);
        return isKnown && isFunction(former, now) && (!isReferred() || isIdentity(former, now));
    }

    /** Returns the change of the field with what the values of rows become. */
    AlterField replaced(AlterField alteration) {
        if (isOfHistory()) {
            return alteration; // It has been asked about for the model.
        }
        if (isAsked()) {
            String former = described(old);
            String now = described(field);
            if (!detection.questioner().valuesKept(key, field, former, now)) {
                throw new DetectionStoppedException(
                        Questions.valuesKept(key, field, former, now).text());
            }
            return alteration;
        }
        Map<String, Object> former = formerConstants();
        Map<String, Object> now = constants(detection.to().model(key), field);
        Map<Object, Object> values = new LinkedHashMap<>();
        targets(former, now)
                .forEach((name, target) ->
                        values.put(Objects.requireNonNull(former.get(name)), Objects.requireNonNull(now.get(target))));
        boolean isSame =
                values.entrySet().stream().allMatch(each -> each.getKey().equals(each.getValue()));
        boolean isPlain = !isMeant(old) || !isMeant(field);
        boolean isMerged = new HashSet<>(values.values()).size() < values.size();
        boolean isWanted =
                !isSame && ((isPlain && !isMerged) || detection.questioner().valuesTranslated(key, field, values));
        AlterField replacing = alteration;
        for (Map.Entry<Object, Object> each :
                isWanted ? values.entrySet() : Map.<Object, Object>of().entrySet()) {
            replacing = replacing.replacing(each.getKey(), each.getValue());
        }
        return replacing;
    }

    /** Returns the field with UUIDs as such, which lie between their texts and their bytes. */
    static Optional<Field> between(Field old, Field now) {
        boolean isBetween =
                isUuid(old) && isUuid(now) && ((ColumnType) old.type()).family() != ((ColumnType) now.type()).family();
        return isBetween
                ? Optional.of(old.withType(ColumnType.of(ColumnType.Kind.UUID)).withMeaning(null))
                : Optional.empty();
    }

    private static boolean isUuid(Field field) {
        return field.meaning() != null && "UUID".equals(field.meaning().values().get("class"));
    }

    /** Stands for a value that SQL isn't compared with as a constant. */
    private static final Object UNSPELLED = new Object();

    private static boolean isStorage(Field field) {
        Meaning meaning = field.meaning();
        return meaning == null || isMeant(field) || meaning.kind() == Meaning.Kind.STORED;
    }

    private static boolean isMeant(Field field) {
        return field.meaning() != null && field.meaning().kind() == Meaning.Kind.CONSTANTS;
    }

    /** A history that says nothing of a converter may have the check of its values, which tells more. */
    private boolean isOfConstants() {
        boolean isSilent = old.meaning() == null
                && constants(before, first).isEmpty()
                && !RenamedConstants.values(before, first).isEmpty();
        return (isMeant(old) || isMeant(field)) && !Objects.equals(old.meaning(), field.meaning()) && !isSilent;
    }

    private boolean isOtherwise() {
        return !isMeant(old) && !isMeant(field) && !storage(old).equals(renamed(storage(field)));
    }

    /** What refers to the rows of an entity by its key would have to follow. */
    private boolean isReferred() {
        return !key.isPart() && (old.isPrimaryKey() || field.isPrimaryKey());
    }

    private boolean isOfHistory() {
        return detection.hints().historyOf(key).filter(detection.to()::hasModel).stream()
                .flatMap(owner -> detection.to().model(owner).fields().values().stream())
                .anyMatch(other -> other.columns().equals(field.columns()));
    }

    /** Texts and bytes are converted to UUIDs and back as such. */
    private static Map<String, String> storage(Field field) {
        Map<String, String> storage = new TreeMap<>(
                field.meaning() == null ? Map.of() : field.meaning().values());
        if (((ColumnType) field.type()).kind() == ColumnType.Kind.DURATION && !storage.containsKey("converter")) {
            storage.put("class", "Duration");
        }
        storage.remove("class", "UUID");
        return storage;
    }

    private Map<String, String> renamed(Map<String, String> storage) {
        Map<String, String> renamed = new TreeMap<>(storage);
        renamed.replaceAll((what, name) -> detection
                .hints()
                .formerValue(key, field.name(), name)
                .filter(storage(old)::containsValue)
                .orElse(name));
        return renamed;
    }

    private static String described(Field field) {
        if (isMeant(field)) {
            return "a converter of constants ("
                    + String.join(", ", Objects.requireNonNull(field.meaning()).texts()) + ")";
        }
        List<String> parts = new ArrayList<>();
        storage(field).forEach((what, name) -> parts.add(what + " \"" + name + "\""));
        return String.join(" and ", parts);
    }

    private Map<String, Object> formerConstants() {
        return constants(before, isMeant(old) ? old : first);
    }

    /** Returns what the constants of a field are stored as; empty if it has none. */
    private static Map<String, Object> constants(ModelState model, Field field) {
        ColumnType type = (ColumnType) field.type();
        Map<String, Object> constants = new LinkedHashMap<>();
        if (isMeant(field)) {
            Objects.requireNonNull(field.meaning())
                    .values()
                    .forEach((name, value) -> constants.put(name, literal(type.family(), value)));
        } else if (type.family().isEnumeration()) {
            boolean isOrdinal = type.family() == TypeFamily.ORDINAL_ENUM;
            type.values()
                    .forEach(name ->
                            constants.put(name, isOrdinal ? type.values().indexOf(name) : name));
        } else if (field.meaning() == null) {
            TruthValues.of(model, field).ifPresent(values -> {
                constants.put("true", values.yes());
                constants.put("false", values.no());
            });
        }
        return constants;
    }

    private static Object literal(TypeFamily family, String value) {
        try {
            return switch (family) {
                case TEXT, NAMED_ENUM -> value;
                case INTEGER -> number(Long.parseLong(value));
                case BOOLEAN -> Boolean.valueOf(value);
                case DECIMAL, FLOATING, BYTES, UUID, DATE, TIME, TIMESTAMP, INSTANT, JSON, XML -> UNSPELLED;
                case ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> UNSPELLED;
            };
        } catch (NumberFormatException e) {
            return UNSPELLED;
        }
    }

    private static Object number(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    /** One value that stood for two constants can't become two values. */
    private static boolean isFunction(Map<String, Object> former, Map<String, Object> now) {
        Map<Object, Object> values = new LinkedHashMap<>();
        return former.entrySet().stream()
                .filter(each -> now.containsKey(each.getKey()))
                .allMatch(each -> {
                    Object target = now.get(each.getKey());
                    @Nullable Object other = values.put(each.getValue(), target);
                    return other == null || other.equals(target);
                });
    }

    private static boolean isIdentity(Map<String, Object> former, Map<String, Object> now) {
        return former.entrySet().stream().allMatch(each -> Objects.equals(now.get(each.getKey()), each.getValue()));
    }

    /** Returns the present name of each constant that is still there, by its former name. */
    private Map<String, String> targets(Map<String, Object> former, Map<String, Object> now) {
        Map<String, String> targets = new LinkedHashMap<>();
        List<String> free = new ArrayList<>(now.keySet());
        free.removeAll(former.keySet());
        former.keySet().stream().filter(now::containsKey).forEach(name -> targets.put(name, name));
        for (String name : List.copyOf(free)) {
            Optional<String> told = detection
                    .hints()
                    .formerValue(key, field.name(), name)
                    .filter(other -> former.containsKey(other) && !targets.containsKey(other));
            told.ifPresent(other -> {
                targets.put(other, name);
                free.remove(name);
            });
        }
        former.keySet().stream().filter(name -> !targets.containsKey(name)).forEach(name -> ask(name, free, targets));
        return targets;
    }

    private void ask(String name, List<String> free, Map<String, String> targets) {
        List<String> candidates = free.stream()
                .sorted(Comparator.comparingDouble((String other) -> Similarity.ofNames(name, other))
                        .reversed())
                .toList();
        RenamedConstants.chosen(detection, key, field, name, candidates).ifPresent(candidate -> {
            targets.put(name, candidate);
            free.remove(candidate);
        });
    }
}
