package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renames models of an app that take each other's names, in a chain or in an exchange. */
final class PassedModelNames {
    private final Detection detection;
    private final String app;
    private final boolean areHistories;

    private PassedModelNames(Detection detection, String app, boolean areHistories) {
        this.detection = detection;
        this.app = app;
        this.areHistories = areHistories;
    }

    /** Renames entities by what the code states; an exchange is asked about. */
    static void detect(Detection detection) {
        detect(detection, false, detection.hints()::formerName);
    }

    /**
     * Renames what keeps the histories of models.
     *
     * @param former gives the former name of a history, if the model whose history it is has one
     */
    static void follow(Detection detection, Function<ModelKey, Optional<String>> former) {
        detect(detection, true, former);
    }

    private static void detect(Detection detection, boolean areHistories, Function<ModelKey, Optional<String>> former) {
        SortedSet<String> apps = detection.to().models().keySet().stream()
                .map(ModelKey::app)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String app : apps) {
            PassedModelNames names = new PassedModelNames(detection, app, areHistories);
            new StatedPasses(
                            names.of(detection.from().models().keySet()),
                            names.of(detection.to().models().keySet()),
                            name -> former.apply(names.key(name)))
                    .steps(names::isExchange, names.taken())
                    .forEach(names::rename);
        }
    }

    private static boolean isHistory(Detection detection, ModelKey key) {
        return detection.hints().historyOf(key).isPresent();
    }

    private List<String> of(Collection<ModelKey> keys) {
        return keys.stream()
                .filter(key -> key.app().equals(app) && !key.isPart())
                .filter(key -> isHistory(detection, key) == areHistories)
                .map(ModelKey::name)
                .sorted()
                .toList();
    }

    /** Returns the names of all models and tables. */
    private Set<String> taken() {
        return Stream.of(detection.from(), detection.to())
                .flatMap(state -> state.models().entrySet().stream())
                .flatMap(each -> Stream.of(each.getKey().name(), each.getValue().table()))
                .map(Lineage::folded)
                .collect(Collectors.toSet());
    }

    private ModelKey key(String name) {
        return new ModelKey(app, name);
    }

    /** A history follows the model whose history it is, about which somebody was asked. */
    private boolean isExchange(List<String> circle) {
        return areHistories || detection.isExchange(app, circle, past -> past.haveExchanged(app, circle));
    }

    private void rename(StatedPasses.Step step) {
        if (step.isTemporary()) {
            give(step);
        } else {
            RenamedModels.propose(detection, key(step.name()), key(step.next()));
        }
    }

    /** Gives a model a name for the time until the one that it is to have is free. */
    private void give(StatedPasses.Step step) {
        ModelKey before = key(step.name());
        ModelState old = detection.from().model(before);
        boolean tableStays = old.table().equals(old.name())
                && detection.to().model(key(step.last())).table().equals(old.table());
        RenameModel rename = new RenameModel(step.name(), step.next());
        detection.modelRenamed(before, key(step.next()));
        detection.propose(Proposal.of(app, tableStays ? rename.keepingTable() : rename)
                .providing(Event.removed(before))
                .needing(detection.usedBefore(before)));
    }
}
