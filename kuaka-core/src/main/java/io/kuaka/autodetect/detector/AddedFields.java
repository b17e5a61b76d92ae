package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** Finds new fields of existing models. */
public final class AddedFields implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            detection.remaining(key).fields().added().stream()
                    .sorted()
                    .forEach(field -> FieldAddition.propose(detection, key, to.field(field)));
        }
    }
}
