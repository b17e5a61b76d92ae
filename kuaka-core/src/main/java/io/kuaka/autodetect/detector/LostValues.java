package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks about values that the other detectors would drop although a column, or a table, with the same name exists before
 * and after: it is created again, and nobody would notice that it is empty.
 *
 * <p>Law: after detection, each column that its table has both at the start and at the end, under whatever name if it is that
 * of the same model, holds its values, or the user was asked. So does a column whose field shares that of another one from
 * now on: rows would have other values, and a key others that refer to it.
 */
public final class LostValues implements Detector {
    @Override
    public void detect(Detection detection) {
        detection
                .start()
                .models()
                .forEach((former, before) -> detection.to().models().forEach((key, now) -> {
                    boolean isSameModel = detection.lineage().present(former).equals(key);
                    if (isSameModel || Lineage.isSameTable(before, now)) {
                        compare(detection, former, before, key, now);
                    }
                }));
    }

    private static void compare(Detection detection, ModelKey former, ModelState before, ModelKey key, ModelState now) {
        // The rows may be elsewhere: another model may have taken this table.
        @Nullable
        ModelState rows = detection.to().models().get(detection.lineage().present(former));
        Stream<String> dropped = before.fields().values().stream()
                .filter(field -> !isComputedAgain(field, now))
                .flatMap(field -> field.columns().stream())
                .distinct()
                .filter(column -> hasColumn(now, column))
                .filter(column -> rows == null || !detection.lineage().isKept(former, column, rows));
        List<String> lost = Stream.concat(dropped, replaced(detection.lineage().formerFields(key), now))
                .filter(column -> !detection.lineage().isSettled(former, column))
                .toList();
        if (!lost.isEmpty() && !detection.questioner().valuesDropped(key, lost)) {
            throw new DetectionStoppedException(
                    Questions.valuesDropped(key, lost).text());
        }
    }

    /** Returns the columns that fields leave for one that another field had, and has. */
    private static Stream<String> replaced(Map<String, Field> before, ModelState now) {
        return before.entrySet().stream()
                .filter(each -> now.fields().containsKey(each.getKey()))
                .flatMap(each -> each.getValue().columnRenamesTo(now.field(each.getKey())).entrySet().stream()
                        .filter(rename -> !hasColumn(now, rename.getKey()))
                        .filter(rename -> isAnothers(before, now, each.getKey(), rename.getValue()))
                        .map(Map.Entry::getKey));
    }

    private static boolean isAnothers(Map<String, Field> before, ModelState now, String field, String column) {
        return before.entrySet().stream()
                .filter(other -> !other.getKey().equals(field) && now.fields().containsKey(other.getKey()))
                .anyMatch(other -> other.getValue().columns().contains(column)
                        && now.field(other.getKey()).columns().contains(column));
    }

    /** The new expression would replace computed values anyway. */
    private static boolean isComputedAgain(Field before, ModelState model) {
        return before.generated() != null
                && model.fields().values().stream()
                        .filter(field -> field.generated() != null)
                        .anyMatch(field -> field.columns().equals(before.columns()));
    }

    private static boolean hasColumn(ModelState model, String column) {
        return model.fields().values().stream()
                .flatMap(field -> field.columns().stream())
                .anyMatch(each -> Lineage.folded(each).equals(Lineage.folded(column)));
    }
}
