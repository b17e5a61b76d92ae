package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.Reference;
import java.util.Map;

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
        Map<String, Field> now = detection.remaining(key).fields().after();
        return detection.remaining(key).fields().before().values().stream()
                .filter(before -> before.isReference() && now.containsKey(before.name()))
                .anyMatch(before -> dropsRows(detection, key, before, now.get(before.name())));
    }

    private static boolean dropsRows(Detection detection, ModelKey key, Field before, Field now) {
        Reference former = before.requireReference();
        return now.type() instanceof Reference reference
                && !reference.to().equals(former.to())
                && detection.questioner().redirection(key, former.to(), reference.to());
    }
}
