package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/**
 * Finds fields that are gone.
 *
 * <p>What is computed from them goes before, and is a new field for {@link AddedFields} where it stays, computed from others.
 */
public final class RemovedFields implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Removals.propose(
                    detection,
                    key,
                    Detection.missing(
                                    detection.from().model(key), detection.to().model(key), ModelState::fields)
                            .stream()
                            .sorted()
                            .toList());
        }
    }
}
