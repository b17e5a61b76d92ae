package io.kuaka.autodetect.detector;

import io.kuaka.source.JavaWords;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds values of {@code @DiscriminatorValue} that classes have exchanged, without which all their rows would be of another class.
 *
 * <p>The reader lists them in the order of the classes, so that the same values are in another order then. That of the classes'
 * own names, which are the values if none are given, may change with a package: these stay with their classes.
 */
final class ExchangedClasses {
    private ExchangedClasses() {}

    /** Returns whether a field is a discriminator whose values are in another order than before. */
    static boolean areIn(ModelState model, Field field, List<String> before, List<String> now) {
        return !before.equals(now)
                && before.size() == now.size()
                && Set.copyOf(before).equals(Set.copyOf(now))
                && isDiscriminator(model, field)
                && !moved(before, now).keySet().stream().allMatch(ExchangedClasses::isNameOfClass);
    }

    /** It comes first after the key, and has no attribute that could name it otherwise. */
    private static boolean isDiscriminator(ModelState model, Field field) {
        return !field.isNullable()
                && field.columns().equals(List.of(field.name()))
                && model.fields().values().stream()
                        .filter(each -> !each.isPrimaryKey())
                        .findFirst()
                        .filter(each -> each.name().equals(field.name()))
                        .isPresent();
    }

    private static boolean isNameOfClass(String value) {
        return JavaWords.isName(value)
                && Character.isUpperCase(value.charAt(0))
                && value.chars().anyMatch(Character::isLowerCase);
    }

    /** Returns what each value becomes if the rows follow their classes; none if the user wants them to stay. */
    static Map<String, String> asked(
            Detection detection, ModelKey key, Field field, List<String> before, List<String> now) {
        Map<String, String> moved = moved(before, now);
        return detection.questioner().classesExchanged(key, field, moved) ? moved : Map.of();
    }

    private static Map<String, String> moved(List<String> before, List<String> now) {
        Map<String, String> moved = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(now.get(i))) {
                moved.put(before.get(i), now.get(i));
            }
        }
        return moved;
    }
}
