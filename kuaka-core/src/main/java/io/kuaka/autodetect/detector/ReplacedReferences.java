package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.Map;

/**
 * Asks about references that go while one to another entity comes that may stand for them: to a new entity, such as a superclass
 * of those that were referred to, or for several references at once. Their values aren't copied.
 */
public final class ReplacedReferences implements Detector {
    @Override
    public void detect(Detection detection) {
        detection.to().models().forEach((key, model) -> {
            if (!key.isPart() && !detection.lineage().isNew(key)) {
                detect(detection, key, model);
            }
        });
    }

    private static void detect(Detection detection, ModelKey key, ModelState model) {
        Map<String, Field> former = detection.lineage().formerFields(key);
        List<Field> gone = detection.lineage().removedFields(key).stream()
                .filter(Field::isReference)
                .filter(field -> !model.fields().containsKey(field.name()) && former.containsKey(field.name()))
                .filter(field -> detection.lineage().takingOver(key, field).isEmpty())
                .filter(field -> !isSettled(detection, key, field))
                .toList();
        boolean isReplaced = !gone.isEmpty()
                && model.fields().values().stream()
                        .filter(field -> field.isReference() && !former.containsKey(field.name()))
                        .map(field -> field.requireReference().to())
                        .anyMatch(target -> gone.size() > 1 || mayReplace(detection, gone.get(0), target));
        List<String> columns =
                gone.stream().flatMap(field -> field.columns().stream()).toList();
        if (isReplaced) {
            if (!detection.questioner().valuesDropped(key, columns)) {
                throw new DetectionStoppedException(
                        Questions.valuesDropped(key, columns).text());
            }
            detection.lineage().settled(key, columns);
        }
    }

    private static boolean mayReplace(Detection detection, Field gone, ModelKey target) {
        ModelKey former = gone.requireReference().to();
        return detection.lineage().isNew(target)
                || (!former.equals(target) && Redirections.areInOneHierarchy(detection, former, target));
    }

    private static boolean isSettled(Detection detection, ModelKey key, Field field) {
        return detection.lineage().former(key).stream().anyMatch(former -> field.columns().stream()
                .anyMatch(column -> detection.lineage().isSettled(former, column)));
    }
}
