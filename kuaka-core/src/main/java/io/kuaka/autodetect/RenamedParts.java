package io.kuaka.autodetect;

import io.kuaka.state.ModelKey;

/** Finds join and collection tables whose attribute was renamed. Those of a renamed owner have followed it already. */
final class RenamedParts implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey now : detection.addedModels()) {
            if (Parts.isPart(now)) {
                ModelKey told = told(detection, now);
                if (detection.removedModels().contains(told)) {
                    propose(detection, told, now);
                } else {
                    ModelCandidates.former(detection, now, before -> Parts.owner(before)
                                    .equals(Parts.owner(now)))
                            .ifPresent(before -> propose(detection, before, now));
                }
            }
        }
    }

    /** The hint stands on the attribute, not on the table. */
    private static ModelKey told(Detection detection, ModelKey now) {
        ModelKey owner = Parts.owner(now);
        return detection
                .hints()
                .formerName(owner, Parts.attribute(now))
                .map(former -> owner.sibling(owner.name() + "." + former))
                .orElse(now);
    }

    private static void propose(Detection detection, ModelKey before, ModelKey now) {
        detection.propose(Proposal.of(now.app(), RenamedModels.rename(detection, before, now))
                .providing(Event.created(now), Event.removed(before), Event.tableLeft(before))
                .needing(RenamedModels.history(detection, now)));
    }
}
