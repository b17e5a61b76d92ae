package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.fact.Meaning;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marks of rows that {@code @SoftDelete} hides. A history that doesn't say so has the comment that Hibernate gives such a
 * column, and marks of rows that are active, instead of deleted, by the name of the field.
 */
final class DeletionMark {
    private static final Set<String> COMMENTS = Set.of("Soft-delete indicator", "Soft-delete timestamp");
    private static final String ACTIVE = "active";

    private DeletionMark() {}

    static boolean is(Field field) {
        Meaning meaning = field.meaning();
        return meaning == null
                ? COMMENTS.contains(String.valueOf(field.comment()))
                : meaning.kind() == Meaning.Kind.SOFT_DELETE;
    }

    /** Returns whether a mark is true, or the letter or number that stands for it, in rows that are there. */
    private static boolean isOfActive(Field mark, Optional<TruthValues> values) {
        Meaning meaning = mark.meaning();
        @Nullable String active = meaning == null ? null : meaning.values().get(Meaning.ACTIVE);
        return (active == null || values.isEmpty())
                ? mark.name().equals(ACTIVE)
                : active.equals(String.valueOf(values.get().yes()));
    }

    /** Returns whether what marked deleted rows marks active ones in any field of a model, or the contrary. */
    static boolean isInvertedIn(Detection detection, ModelKey key) {
        Map<String, Field> now = detection.to().model(key).fields();
        return detection.lineage().formerFields(key).entrySet().stream()
                .anyMatch(each -> Optional.ofNullable(now.get(each.getKey()))
                        .filter(field -> isInverted(each.getValue(), field))
                        .isPresent());
    }

    private static boolean isInverted(Field before, Field now) {
        return is(before)
                && is(now)
                && before.name().equals(ACTIVE) != now.name().equals(ACTIVE);
    }

    /**
     * Returns the change of a field with true for false and false for true, if what marked deleted rows marks active ones, or the
     * contrary, and the user wants the values to follow.
     *
     * @param before the model with the checks that it had at the start
     * @param old the field as it was at the start
     */
    static AlterField inverted(Detection detection, ModelKey key, ModelState before, Field old, AlterField alteration) {
        Field now = alteration.field();
        Optional<TruthValues> former = TruthValues.of(before, old);
        Optional<TruthValues> later = TruthValues.of(detection.to().model(key), now);
        boolean isActive = isOfActive(now, later);
        boolean isInverted = is(old)
                && is(now)
                && former.isPresent()
                && later.isPresent()
                && isOfActive(old, former) != isActive
                && detection.questioner().marksInverted(key, now, isActive);
        return isInverted
                ? alteration
                        .replacing(former.get().yes(), later.get().no())
                        .replacing(former.get().no(), later.get().yes())
                : alteration;
    }
}
