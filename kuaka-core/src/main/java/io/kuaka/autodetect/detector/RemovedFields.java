package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.List;

/**
 * Finds fields that are gone.
 *
 * <p>What is computed from them goes before, and is a new field for {@link AddedFields} where it stays, computed from others.
 */
public final class RemovedFields implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            List<String> removed = detection.remaining(key).fields().removed().stream()
                    .sorted()
                    .toList();
            FieldRemovals.propose(detection, key, removed);
        }
    }
}
