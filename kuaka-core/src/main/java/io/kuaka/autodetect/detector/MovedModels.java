package io.kuaka.autodetect.detector;

import io.kuaka.operation.MoveModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds models that moved to another app, under the same name or another.
 *
 * <p>The migration belongs to the new app, after the old app's whole history: see docs/decisions/0007-moved-models.md.
 */
public final class MovedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey now : detection.addedModels()) {
            if (!now.isPart() && detection.hints().historyOf(now).isEmpty()) {
                former(detection, now).ifPresent(before -> propose(detection, before, now));
            }
        }
    }

    static Optional<ModelKey> former(Detection detection, ModelKey now) {
        return ModelCandidates.former(detection, now, before -> isMove(detection, before, now));
    }

    private static boolean isMove(Detection detection, ModelKey before, ModelKey now) {
        boolean sameName = before.name().equals(now.name());
        return !before.app().equals(now.app()) && (sameName || detection.hints().tell(before, now));
    }

    static void propose(Detection detection, ModelKey before, ModelKey now) {
        detection.modelRenamed(before, now);
        ModelState old = detection.from().model(before);
        boolean tableStays = !before.name().equals(now.name())
                && old.table().equals(old.name())
                && detection.to().model(now).table().equals(old.table());
        MoveModel move = new MoveModel(before, now, tableStays);
        Set<Event> needs = new LinkedHashSet<>(RenamedModels.history(detection, now));
        needs.add(Event.known(before));
        needs.addAll(detection.usedBefore(before));
        detection.propose(Proposal.of(now.app(), move)
                .providing(Event.created(now), Event.renamed(now), Event.removed(before))
                .needing(needs));
    }
}
