package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;

/** Finds constraints that changed their names only; nothing is lost by that, so nobody is asked. */
public final class RenamedConstraints implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            for (String name : Detection.missing(to, detection.from().model(key), ModelState::constraints)) {
                Constraint now = to.constraint(name);
                ModelState from = Preview.of(detection, key);
                List<String> removed = Detection.missing(from, to, ModelState::constraints);
                removed.stream()
                        .filter(old -> from.constraint(old).withName(name).equals(now))
                        .findFirst()
                        .ifPresent(old ->
                                detection.propose(Proposal.of(key.app(), new RenameConstraint(key.name(), old, name))));
            }
        }
    }
}
