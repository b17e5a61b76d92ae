package io.kuaka.autodetect.detector;

import io.kuaka.operation.RemoveConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds constraints that are gone, and those that are made anew because they changed. */
public final class RemovedConstraints implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Map<String, Constraint> wanted = detection.to().model(key).constraints();
            ModelState preview = Preview.of(detection, key);
            preview.constraints().forEach((name, constraint) -> {
                @Nullable Constraint now = wanted.get(name);
                if (now == null || !now.equals(constraint)) {
                    detection.propose(Proposal.of(key.app(), new RemoveConstraint(key.name(), name))
                            .providing(Event.indexOrConstraintRemoved(key)));
                }
            });
        }
    }
}
