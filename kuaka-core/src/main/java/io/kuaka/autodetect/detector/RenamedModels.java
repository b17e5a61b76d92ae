package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds models that were renamed within their app, perhaps with other changes. */
public final class RenamedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        PassedModelNames.detect(detection);
        for (ModelKey now : generatorsLast(detection)) {
            if (!now.isPart() && detection.hints().historyOf(now).isEmpty()) {
                former(detection, now).ifPresent(before -> propose(detection, before, now));
            }
        }
    }

    /** The fields that take numbers from a table tell what it was, under the names that their models have then. */
    private static List<ModelKey> generatorsLast(Detection detection) {
        return detection.addedModels().stream()
                .sorted(Comparator.comparing(key -> ModelCandidates.givesNumbers(detection.to(), key)))
                .toList();
    }

    static Optional<ModelKey> former(Detection detection, ModelKey now) {
        return ModelCandidates.former(detection, now, before -> before.app().equals(now.app()));
    }

    static void propose(Detection detection, ModelKey before, ModelKey now) {
        detection.modelRenamed(before, now);
        detection.propose(Proposal.of(now.app(), rename(detection, before, now))
                .providing(Event.created(now), Event.renamed(now), Event.removed(before))
                .needing(Event.removed(now))
                .needing(history(detection, now))
                .needing(detection.usedBefore(before)));
    }

    /** A table that stays as it is also stays in the rename, even if its name was the model's. */
    static RenameModel rename(Detection detection, ModelKey before, ModelKey now) {
        ModelState old = detection.from().model(before);
        boolean tableStays = old.table().equals(old.name())
                && detection.to().model(now).table().equals(old.table());
        RenameModel rename = new RenameModel(before.name(), now.name());
        return tableStays ? rename.keepingTable() : rename;
    }

    /** The rename has to come after the migrations of other apps that refer to the old name. */
    static Set<Event> history(Detection detection, ModelKey now) {
        Set<ModelKey> related = new LinkedHashSet<>(detection.to().model(now).references());
        related.addAll(detection.to().referrers(now));
        Set<Event> needs = new LinkedHashSet<>();
        List<ModelKey> others = related.stream()
                .filter(key -> !key.app().equals(now.app()))
                .filter(detection.start()::hasModel)
                .toList();
        others.forEach(key -> needs.add(Event.known(key)));
        needs.addAll(detection.nameFreed(now));
        return needs;
    }
}
