package io.kuaka.autodetect.detector;

import io.kuaka.operation.AddConstraint;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** Finds new constraints, and those that went because they, or fields that they need, changed. */
public final class AddedConstraints implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            for (String name : Detection.missing(to, detection.from().model(key), ModelState::constraints)) {
                detection.propose(Proposal.of(key.app(), new AddConstraint(key.name(), to.constraint(name)))
                        .needing(Prerequisites.fields(key, to.constraint(name).fields()))
                        .needing(Prerequisites.name(detection, key, name)));
            }
        }
    }
}
