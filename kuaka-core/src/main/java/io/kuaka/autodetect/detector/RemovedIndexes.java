package io.kuaka.autodetect.detector;

import io.kuaka.operation.RemoveIndex;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds indexes that are gone, and those that are made anew because they changed. */
public final class RemovedIndexes implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Map<String, Index> wanted = detection.to().model(key).indexes();
            ModelState preview = Preview.of(detection, key);
            preview.indexes().forEach((name, index) -> {
                @Nullable Index now = wanted.get(name);
                if (now == null || !now.equals(index)) {
                    detection.propose(Proposal.of(key.app(), new RemoveIndex(key.name(), name))
                            .providing(Event.indexOrConstraintRemoved(key)));
                }
            });
        }
    }
}
