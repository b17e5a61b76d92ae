package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;

/**
 * Finds join and collection tables that refer to another model than before.
 *
 * <p>Their rows hold keys of the former one. Whether these mean anything in the other one only the user knows; mostly they
 * don't, and the table is made anew.
 */
public final class RedirectedJoinTables implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            if (key.isPart() && dropsRows(detection, key)) {
                detection
                        .lineage()
                        .settled(key, ModelCandidates.columns(detection.from().model(key)));
                DeletedModels.propose(detection, key);
            }
        }
    }

    private static boolean dropsRows(Detection detection, ModelKey key) {
        ModelState before = detection.from().model(key);
        ModelState now = detection.to().model(key);
        return detection.remaining(key).fields().altered().stream()
                .anyMatch(name -> before.field(name).type() instanceof Reference former
                        && now.field(name).type() instanceof Reference reference
                        && !reference.to().equals(former.to())
                        && detection.questioner().redirection(key, former.to(), reference.to()));
    }
}
