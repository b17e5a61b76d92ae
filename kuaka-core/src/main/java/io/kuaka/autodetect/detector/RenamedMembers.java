package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;

/** Finds indexes or constraints that changed their names only; nothing is lost by that, so nobody is asked. */
public record RenamedMembers(MemberKind kind) implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            kind.in(detection.remaining(key)).added().forEach(name -> detect(detection, key, name));
        }
    }

    private void detect(Detection detection, ModelKey key, String name) {
        ModelState from = detection.onFinalColumns(key);
        ModelState to = detection.to().model(key);
        kind.in(detection.remainingOnFinalColumns(key)).removed().stream()
                .filter(old -> kind.isRenamed(from, old, to, name))
                .findFirst()
                .ifPresent(old -> detection.propose(Proposal.of(key.app(), kind.rename(key.name(), old, name))));
    }
}
