package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks about a column that goes although the values stay that mean nothing without it: ids of several entities would be taken for
 * those of the one that an {@code @Any} became a reference to, and times lose their offset.
 */
public final class DroppedCompanions implements Detector {
    @Override
    public void detect(Detection detection) {
        detection.to().models().forEach((key, now) -> {
            Map<String, Field> before = detection.lineage().formerFields(key);
            Map<String, String> names = new HashMap<>();
            before.forEach((name, field) -> names.put(field.name(), name));
            Companion.among(before.values())
                    .filter(companion -> isDropped(companion, names, now))
                    .forEach(companion -> ask(
                            detection,
                            key,
                            companion,
                            now.field(names.getOrDefault(companion.values().name(), ""))));
        });
    }

    private static boolean isDropped(Companion companion, Map<String, String> names, ModelState now) {
        return !now.fields().containsKey(names.getOrDefault(companion.field().name(), ""))
                && now.fields()
                        .containsKey(names.getOrDefault(companion.values().name(), ""));
    }

    private static void ask(Detection detection, ModelKey key, Companion companion, Field now) {
        Field dropped = companion.field();
        boolean isSettled = detection.lineage().former(key).stream().anyMatch(former -> dropped.columns().stream()
                .anyMatch(column -> detection.lineage().isSettled(former, column)));
        if (!isSettled) {
            if (!detection.questioner().companionDropped(key, dropped, now)) {
                throw new DetectionStoppedException(
                        Questions.companionDropped(key, dropped, now).text());
            }
            detection.lineage().settled(key, dropped.columns());
        }
    }
}
