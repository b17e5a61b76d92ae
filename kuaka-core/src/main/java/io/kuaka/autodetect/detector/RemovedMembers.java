package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;

/** Finds indexes or constraints that are removed, or created again because they changed. */
public record RemovedMembers(MemberKind kind) implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            for (String name :
                    kind.in(detection.remainingOnFinalColumns(key)).before().keySet()) {
                detection.propose(Proposal.of(key.app(), kind.remove(key.name(), name))
                        .providing(Event.indexOrConstraintRemoved(key))
                        .needing(ReferencedKeys.replaced(detection, key, kind, name)));
            }
        }
    }
}
