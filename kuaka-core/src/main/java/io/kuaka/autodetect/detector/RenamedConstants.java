package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds renamed constants of an enumeration, or of a check that lists what a text or a number may
 * be, as that of a hierarchy's discriminator does, and lets rows follow them.
 *
 * <p>A constant that leaves while others come is asked about, the likeliest pair first. So is what each text becomes where
 * numbers take the place of texts, or the contrary, unless they spell the same. Keys of entities are left
 * alone: what refers to them would have to follow. Nothing refers to the rows of a collection.
 */
final class RenamedConstants {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Detection detection;
    private final ModelKey key;
    private final Field old;
    private final Field field;
    private final List<String> before;
    private final List<String> now;

    private RenamedConstants(
            Detection detection, ModelKey key, Field old, Field field, List<String> before, List<String> now) {
        this.detection = detection;
        this.key = key;
        this.old = old;
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
                && (key.isPart() || (!old.isPrimaryKey() && !field.isPrimaryKey()))
                && old.generated() == null
                && isNamed(old) == isNamed(field)
                && isOf(TypeFamily.ORDINAL_ENUM, old) == isOf(TypeFamily.ORDINAL_ENUM, field);
        if (!isPlain) {
            return alteration;
        }
        List<String> former = values(before, old);
        List<String> now = values(detection.to().model(key), field);
        boolean isConverted = isOf(TypeFamily.INTEGER, old) != isOf(TypeFamily.INTEGER, field)
                && (former.isEmpty() || now.isEmpty() || !Collections.disjoint(former, now));
        return isConverted
                ? alteration
                : new RenamedConstants(detection, key, old, field, former, now).replaced(alteration);
    }

    private static boolean isNamed(Field field) {
        return field.type() instanceof ColumnType type && type.kind() == ColumnType.Kind.ENUM;
    }

    /** Returns the constants of a field; none if nothing lists them. */
    static List<String> values(ModelState model, Field field) {
        if (MeantValues.isOfNames(field.meaning())) {
            return List.copyOf(Objects.requireNonNull(field.meaning()).values().values());
        }
        if (isNamed(field) || isOf(TypeFamily.ORDINAL_ENUM, field)) {
            return ((ColumnType) field.type()).values();
        }
        if (isOf(TypeFamily.INTEGER, field)) {
            return common(AdmittedValues.of(model, field).map(RenamedConstants::numbers));
        }
        return isOf(TypeFamily.TEXT, field)
                ? common(AdmittedValues.of(model, field).map(RenamedConstants::texts))
                : List.of();
    }

    private static boolean isOf(TypeFamily family, Field field) {
        return field.type() instanceof ColumnType type && type.family() == family;
    }

    /** A row has to pass all checks. */
    private static List<String> common(Stream<List<String>> lists) {
        return lists.reduce(
                        (some, others) -> some.stream().filter(others::contains).toList())
                .orElse(List.of());
    }

    private static List<String> numbers(List<String> spelled) {
        boolean areNumbers =
                spelled.stream().allMatch(each -> NUMBER.matcher(each).matches());
        return areNumbers ? spelled : List.of();
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
        Optional<MeantValues> meant = MeantValues.of(detection, key, old, field);
        Map<String, String> renamed = meant.map(this::renamed).orElseGet(this::renamed);
        // Where no check does, the replacement stops at rows of a class that is none any more.
        boolean isGuard = meant.isPresent() && !now.containsAll(before) && !before.containsAll(now);
        if (renamed.isEmpty() && !isGuard) {
            return alteration;
        }
        AlterField replacing = alteration;
        for (String constant : before) {
            if (renamed.containsKey(constant) || now.contains(constant)) {
                replacing = replacing.replacing(
                        literal(old, constant), literal(field, renamed.getOrDefault(constant, constant)));
            }
        }
        return replacing;
    }

    private static Object literal(Field field, String constant) {
        if (isOf(TypeFamily.ORDINAL_ENUM, field)) {
            return ((ColumnType) field.type()).values().indexOf(constant);
        }
        return isOf(TypeFamily.INTEGER, field) ? Integer.valueOf(constant) : constant;
    }

    /** Classes and entities are known by their names, whatever their values are. */
    private Map<String, String> renamed(MeantValues meant) {
        Map<String, String> names = told(
                List.copyOf(meant.before().keySet()), List.copyOf(meant.now().keySet()), meant::formerName, meant);
        Map<String, String> renamed = new LinkedHashMap<>(meant.renamed(names));
        renamed.putAll(meant.asked(field, names));
        List<String> free = new ArrayList<>(now);
        free.removeAll(before);
        free.removeAll(renamed.values());
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        gone.removeAll(renamed.keySet());
        gone.removeAll(meant.kept());
        gone.forEach(constant -> ask(constant, free, renamed));
        return renamed;
    }

    private Map<String, String> renamed() {
        Map<String, String> renamed = told(before, now, this::former, null);
        if (renamed.isEmpty() && ExchangedClasses.areIn(detection.to().model(key), field, before, now)) {
            return ExchangedClasses.asked(detection, key, field, before, now);
        }
        List<String> free = new ArrayList<>(now);
        before.stream().filter(constant -> !renamed.containsKey(constant)).forEach(free::remove);
        free.removeAll(renamed.values());
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(now);
        gone.removeAll(renamed.keySet());
        gone.forEach(constant -> ask(constant, free, renamed));
        return renamed;
    }

    /** A name that is given up can be taken: by a new class, or by one that was renamed, too. */
    private Map<String, String> told(
            List<String> before,
            List<String> now,
            Function<String, Optional<String>> formerOf,
            @Nullable MeantValues meant) {
        Map<String, String> renamed = new LinkedHashMap<>();
        boolean isSettled;
        do {
            isSettled = true;
            for (String constant : now) {
                Optional<String> former =
                        formerOf.apply(constant).filter(before::contains).filter(other -> !renamed.containsKey(other));
                boolean isFree = !before.contains(constant) || renamed.containsKey(constant);
                if (isFree && former.isPresent() && !renamed.containsValue(constant)) {
                    renamed.put(former.get(), constant);
                    isSettled = false;
                }
            }
        } while (!isSettled);
        new StatedPasses(before, now, this::stated)
                .circles().stream()
                        .filter(circle -> Collections.disjoint(circle, renamed.keySet()))
                        .filter(circle -> meant == null || meant.areValues(circle))
                        .filter(this::isExchange)
                        .forEach(circle -> circle.forEach(
                                constant -> renamed.put(stated(constant).orElseThrow(), constant)));
        return renamed;
    }

    private Optional<String> stated(String constant) {
        return detection.hints().formerValue(key, field.name(), constant);
    }

    private boolean isExchange(List<String> circle) {
        ModelKey former = detection.lineage().former(key).orElse(key);
        Field old = detection.lineage().formerFields(key).getOrDefault(field.name(), field);
        return detection.isExchange(
                key + "." + field.name(), circle, past -> past.haveExchanged(former, old.name(), circle));
    }

    /** The constants of a discriminator are names of classes, that of the root is the model's. */
    private Optional<String> former(String constant) {
        return detection
                .hints()
                .formerValue(key, field.name(), constant)
                .or(() -> isNamed(field)
                                || isOf(TypeFamily.ORDINAL_ENUM, field)
                                || !key.name().equals(constant)
                        ? Optional.empty()
                        : detection.lineage().former(key).map(ModelKey::name));
    }

    private void ask(String constant, List<String> free, Map<String, String> renamed) {
        int place = before.indexOf(constant);
        List<String> candidates = free.stream()
                .sorted(Comparator.comparingDouble((String other) -> Similarity.ofNames(constant, other))
                        .reversed()
                        .thenComparing(other -> Math.abs(now.indexOf(other) - place)))
                .toList();
        chosen(detection, key, field, constant, candidates).ifPresent(candidate -> {
            renamed.put(constant, candidate);
            free.remove(candidate);
        });
    }

    /** Asks which of some constants is a former one under another name. */
    static Optional<String> chosen(
            Detection detection, ModelKey key, Field field, String constant, List<String> candidates) {
        Optional<String> chosen = Optional.empty();
        for (String candidate : candidates) {
            // Where nobody answers, the others are asked about, too, so that all candidates are listed.
            boolean isAsked =
                    chosen.isEmpty() || !detection.questioner().openQuestions().isEmpty();
            if (isAsked && detection.questioner().constantRename(key, field, constant, candidate)) {
                chosen = chosen.or(() -> Optional.of(candidate));
            }
        }
        return chosen;
    }
}
