package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;

/** Finds join and collection tables whose attribute was renamed. Those of a renamed owner are renamed already. */
public final class RenamedParts implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey now : detection.addedModels()) {
            if (now.isPart()) {
                ModelKey told = told(detection, now);
                if (detection.formerModels().contains(told)) {
                    propose(detection, told, now);
                } else {
                    ModelCandidates.former(detection, now, before -> mayBe(detection, before, now))
                            .ifPresent(before -> propose(detection, before, now));
                }
            }
        }
    }

    /** The attribute may have moved up or down in a hierarchy, with its table. */
    private static boolean mayBe(Detection detection, ModelKey before, ModelKey now) {
        return before.owner().equals(now.owner())
                || (before.app().equals(now.app())
                        && before.attribute().equals(now.attribute())
                        && detection.lineage().former(before.owner()).isPresent()
                        && SameRows.have(
                                detection,
                                detection.lineage().former(before.owner()).orElseThrow(),
                                now.owner()));
    }

    /** The hint is on the attribute, not on the table. */
    private static ModelKey told(Detection detection, ModelKey now) {
        ModelKey owner = now.owner();
        return detection
                .hints()
                .formerName(owner, now.attribute())
                .map(former -> owner.sibling(owner.name() + "." + former))
                .orElse(now);
    }

    static void propose(Detection detection, ModelKey before, ModelKey now) {
        detection.modelRenamed(before, now);
        detection.propose(Proposal.of(now.app(), RenamedModels.rename(detection, before, now))
                .providing(Event.created(now), Event.renamed(now), Event.removed(before))
                .needing(RenamedModels.history(detection, now))
                .needing(Prerequisites.owner(now)));
    }
}
