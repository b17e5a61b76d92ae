package io.kuaka.autodetect;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** Finds fields that are gone. */
final class RemovedFields implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Detection.missing(detection.from().model(key), detection.to().model(key), ModelState::fields).stream()
                    .sorted()
                    .forEach(field -> detection.propose(Removals.of(detection, key, field)));
        }
    }
}
