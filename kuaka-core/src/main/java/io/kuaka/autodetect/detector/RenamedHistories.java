package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the models that keep the history of another one, such as Envers' audit tables, and that are named after it: they
 * follow its renames and moves, and there is nothing to ask.
 */
public final class RenamedHistories implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey now : detection.addedModels()) {
            if (detection.hints().historyOf(now).isPresent()) {
                followed(detection, now)
                        .or(() -> RenamedModels.former(detection, now))
                        .or(() -> MovedModels.former(detection, now))
                        .ifPresent(before -> propose(detection, before, now));
            }
        }
    }

    private static void propose(Detection detection, ModelKey before, ModelKey now) {
        if (before.app().equals(now.app())) {
            RenamedModels.propose(detection, before, now);
        } else {
            MovedModels.propose(detection, before, now);
        }
    }

    private static Optional<ModelKey> followed(Detection detection, ModelKey now) {
        return detection.hints().historyOf(now).stream()
                .filter(detection.to()::hasModel)
                .flatMap(owner -> detection.lineage().former(owner).stream()
                        .flatMap(former -> formerNames(detection, now.name(), owner, former)
                                .flatMap(name -> Stream.of(new ModelKey(former.app(), name), now.sibling(name)))))
                .filter(detection.formerModels()::contains)
                .findFirst();
    }

    /** Returns the names that the history may have had: it is named after the entity, or after the join table. */
    private static Stream<String> formerNames(Detection detection, String now, ModelKey owner, ModelKey former) {
        ModelState table = detection.to().model(owner);
        ModelState formerTable = detection.start().model(former);
        String byName = now.replace(owner.name(), former.name());
        return Stream.of(
                byName,
                now.replace(plain(table.table()), plain(formerTable.table())),
                byName.replace(plain(table.table()), plain(formerTable.table())));
    }

    private static String plain(String table) {
        return table.replace("`", "");
    }
}
