package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;

/**
 * Finds join and collection tables that refer to another model than before, and are created again without their rows.
 */
public final class RedirectedJoinTables implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            if (key.isPart() && Redirections.dropped(detection, key).findFirst().isPresent()) {
                detection
                        .lineage()
                        .settled(key, ModelCandidates.columns(detection.from().model(key)));
                DeletedModels.propose(detection, key);
            }
        }
    }
}
