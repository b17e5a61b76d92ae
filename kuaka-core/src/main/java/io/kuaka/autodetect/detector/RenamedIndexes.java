package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameIndex;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;

/** Finds indexes that changed their names only; nothing is lost by that, so nobody is asked. */
public final class RenamedIndexes implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            for (String name : Detection.missing(to, detection.from().model(key), ModelState::indexes)) {
                Index now = to.index(name);
                ModelState from = Preview.of(detection, key);
                List<String> removed = Detection.missing(from, to, ModelState::indexes);
                removed.stream()
                        .filter(old -> from.index(old).withName(name).equals(now))
                        .findFirst()
                        .ifPresent(old ->
                                detection.propose(Proposal.of(key.app(), new RenameIndex(key.name(), old, name))));
            }
        }
    }
}
