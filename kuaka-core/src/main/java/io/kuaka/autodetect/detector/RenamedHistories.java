package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the models that keep the history of another one, such as Envers' audit tables, and that are named after it: they
 * follow its renames and moves, and there is nothing to ask.
 */
public final class RenamedHistories implements Detector {
    @Override
    public void detect(Detection detection) {
        PassedModelNames.follow(detection, now -> followed(detection, now, detection.from()::hasModel)
                .filter(before -> before.app().equals(now.app()))
                .map(ModelKey::name));
        for (ModelKey now : detection.addedModels()) {
            if (detection.hints().historyOf(now).isPresent()) {
                followed(detection, now, detection.formerModels()::contains)
                        .or(() -> RenamedModels.former(detection, now))
                        .or(() -> MovedModels.former(detection, now))
                        .ifPresent(before -> propose(detection, before, now));
            }
        }
        for (ModelKey now : detection.addedModels()) {
            if (now.isPart() && detection.hints().historyOf(now.owner()).isPresent()) {
                followedPart(detection, now)
                        .or(() -> ModelCandidates.former(
                                detection, now, before -> before.owner().equals(now.owner())))
                        .ifPresent(before -> RenamedParts.propose(detection, before, now));
            }
        }
    }

    /** The history of a secondary table is named after that table. */
    private static Optional<ModelKey> followedPart(Detection detection, ModelKey now) {
        ModelKey entity = detection.hints().historyOf(now.owner()).orElseThrow();
        return detection.to().models().keySet().stream()
                .filter(part -> part.isPartOf(entity))
                .flatMap(part -> detection.lineage().former(part).stream()
                        .map(former -> now.attribute().replace(part.attribute(), former.attribute())))
                .map(attribute -> now.sibling(now.owner().name() + "." + attribute))
                .filter(detection.formerModels()::contains)
                .findFirst();
    }

    private static void propose(Detection detection, ModelKey before, ModelKey now) {
        if (before.app().equals(now.app())) {
            RenamedModels.propose(detection, before, now);
        } else {
            MovedModels.propose(detection, before, now);
        }
    }

    private static Optional<ModelKey> followed(Detection detection, ModelKey now, Predicate<ModelKey> isCandidate) {
        return detection.hints().historyOf(now).stream()
                .filter(detection.to()::hasModel)
                .flatMap(owner -> detection.lineage().former(owner).stream()
                        .flatMap(former -> formerNames(detection, now.name(), owner, former)
                                .flatMap(name -> Stream.of(new ModelKey(former.app(), name), now.sibling(name)))))
                .filter(isCandidate)
                .findFirst();
    }

    /** Returns the names that the history may have had: it is named after the entity, or after the join table. */
    private static Stream<String> formerNames(Detection detection, String now, ModelKey owner, ModelKey former) {
        String table = plain(detection.to().model(owner).table());
        String formerTable = plain(detection.start().model(former).table());
        String byName = now.replace(owner.name(), former.name());
        return Stream.of(
                byName,
                now.replace(table, formerTable),
                byName.replace(table, formerTable),
                now.replace(owner.name(), formerTable), // a join table becomes an entity
                now.replace(table, former.name())); // or the reverse
    }

    private static String plain(String table) {
        return table.replace("`", "");
    }
}
