package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.function.Predicate;

/**
 * Finds new fields of existing models.
 *
 * @param which the fields to look for
 */
public record AddedFields(Predicate<Field> which) implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            detection.remaining(key).fields().added().stream()
                    .sorted()
                    .map(to::field)
                    .filter(which)
                    .forEach(field -> FieldAddition.propose(detection, key, field));
        }
    }
}
