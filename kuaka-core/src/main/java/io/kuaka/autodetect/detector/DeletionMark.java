package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Map;
import java.util.Optional;

/**
 * The marks of rows that {@code @SoftDelete} hides. Hibernate tells such a column by its comment, and Kuaka those of rows that are
 * active, instead of deleted, by the name of the field.
 */
final class DeletionMark {
    private static final String COMMENT = "Soft-delete indicator";
    private static final String ACTIVE = "active";

    private DeletionMark() {}

    static boolean is(Field field) {
        return COMMENT.equals(field.comment());
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
        boolean isInverted = isInverted(old, now)
                && former.isPresent()
                && later.isPresent()
                && detection.questioner().marksInverted(key, now, now.name().equals(ACTIVE));
        return isInverted
                ? alteration
                        .replacing(former.get().yes(), later.get().no())
                        .replacing(former.get().no(), later.get().yes())
                : alteration;
    }
}
