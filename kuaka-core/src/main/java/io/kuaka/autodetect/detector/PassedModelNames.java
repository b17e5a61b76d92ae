package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameModel;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Renames models of an app that take each other's names, in a chain or in an exchange. */
final class PassedModelNames {
    private final Detection detection;
    private final String app;

    private PassedModelNames(Detection detection, String app) {
        this.detection = detection;
        this.app = app;
    }

    /** Renames entities by what the code states; an exchange is asked about. */
    static void detect(Detection detection) {
        detect(detection, key -> !isHistory(detection, key), detection.hints()::formerName, names -> names::isExchange);
    }

    /**
     * Renames what keeps the histories of models.
     *
     * @param former gives the former name of a history, if the model whose history it is has one
     */
    static void follow(Detection detection, Function<ModelKey, Optional<String>> former) {
        detect(detection, key -> isHistory(detection, key), former, names -> circle -> true);
    }

    private static void detect(
            Detection detection,
            Predicate<ModelKey> which,
            Function<ModelKey, Optional<String>> former,
            Function<PassedModelNames, Predicate<List<String>>> isExchange) {
        SortedSet<String> apps = detection.to().models().keySet().stream()
                .map(ModelKey::app)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String app : apps) {
            PassedModelNames names = new PassedModelNames(detection, app);
            StatedPasses passes = new StatedPasses(
                    names.of(detection.from().models().keySet(), which),
                    names.of(detection.to().models().keySet(), which),
                    name -> former.apply(names.key(name)));
            passes.chains().forEach(names::renameAlong);
            passes.circles().stream().filter(isExchange.apply(names)).forEach(names::exchange);
        }
    }

    private static boolean isHistory(Detection detection, ModelKey key) {
        return detection.hints().historyOf(key).isPresent();
    }

    private List<String> of(Collection<ModelKey> keys, Predicate<ModelKey> which) {
        return keys.stream()
                .filter(key -> key.app().equals(app) && !key.isPart())
                .filter(which)
                .map(ModelKey::name)
                .sorted()
                .toList();
    }

    private ModelKey key(String name) {
        return new ModelKey(app, name);
    }

    private boolean isExchange(List<String> circle) {
        return detection.isExchange(
                app,
                app,
                circle,
                operation -> operation instanceof RenameModel rename
                        && rename.newName().equals(circle.get(0))
                        && rename.oldName().equals(circle.get(1)));
    }

    private void exchange(List<String> circle) {
        String last = circle.get(circle.size() - 1);
        String between = String.join("_", circle);
        give(circle.get(0), between, last);
        renameAlong(circle);
        rename(between, last);
    }

    /** Gives each name of a list to the model that has the next one. */
    private void renameAlong(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            rename(names.get(i), names.get(i - 1));
        }
    }

    private void rename(String before, String now) {
        RenamedModels.propose(detection, key(before), key(now));
    }

    /** Gives a model a name for the time until the one that it is to have is free. */
    private void give(String before, String between, String now) {
        ModelState old = detection.from().model(key(before));
        boolean tableStays = old.table().equals(old.name())
                && detection.to().model(key(now)).table().equals(old.table());
        RenameModel rename = new RenameModel(before, between);
        detection.modelRenamed(key(before), key(between));
        detection.propose(Proposal.of(app, tableStays ? rename.keepingTable() : rename)
                .providing(Event.removed(key(before)))
                .needing(detection.usedBefore(key(before))));
    }
}
