package io.kuaka.autodetect.detector;

import io.kuaka.operation.AddIndex;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** Finds new indexes, and those that went because they, or fields that they need, changed. */
public final class AddedIndexes implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            ModelState to = detection.to().model(key);
            for (String name : Detection.missing(to, detection.from().model(key), ModelState::indexes)) {
                detection.propose(Proposal.of(key.app(), new AddIndex(key.name(), to.index(name)))
                        .needing(Prerequisites.fields(key, to.index(name).fields()))
                        .needing(Prerequisites.name(detection, key, name)));
            }
        }
    }
}
