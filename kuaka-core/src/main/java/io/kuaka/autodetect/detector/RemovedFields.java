package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.List;

/**
 * Finds removed fields.
 *
 * <p>Fields generated from them are removed first. One that stays, generated from others, is a new field for
 * {@link AddedFields}.
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
