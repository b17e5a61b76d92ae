package io.kuaka.autodetect.detector;

import io.kuaka.state.FieldType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Finds the former name of a new model: by hints in the code, else by similarity and asking. */
final class ModelCandidates {
    private ModelCandidates() {}

    /** Returns the former key of {@code now} among the former models that {@code allowed} accepts. */
    static Optional<ModelKey> former(Detection detection, ModelKey now, Predicate<ModelKey> allowed) {
        List<ModelKey> removed = detection.formerModels().stream()
                .filter(key -> key.isPart() == now.isPart()
                        ? allowed.test(key) || leavesTable(detection, key, now)
                        : key.app().equals(now.app()))
                .toList();
        Optional<ModelKey> told =
                removed.stream().filter(key -> detection.hints().tell(key, now)).findFirst();
        return told.or(() -> removed.stream()
                        .filter(key -> hasSameLinks(detection, key, now))
                        .findFirst())
                .or(() -> removed.stream()
                        .filter(key -> givesSameNumbers(detection, key, now))
                        .findFirst())
                .or(() -> agreed(detection, ranked(detection, removed, now), now));
    }

    /** Returns whether fields take their numbers from a model, which is the table of generators. */
    static boolean givesNumbers(ProjectState state, ModelKey key) {
        return state.models().values().stream()
                .flatMap(model -> model.fields().values().stream())
                .anyMatch(field -> field.takesNumbersFrom(key));
    }

    /**
     * A join table whose other side owns it now is the same table with the same links. There is nothing to ask: nobody
     * who wants to be rid of the links changes their owner.
     */
    private static boolean hasSameLinks(Detection detection, ModelKey before, ModelKey now) {
        return before.isPart()
                && now.isPart()
                && leavesTable(detection, before, now)
                && columnTypes(detection.from().model(before))
                        .equals(columnTypes(detection.to().model(now)));
    }

    /** A table from which the same field of an entity takes its numbers is the same table under another name. */
    private static boolean givesSameNumbers(Detection detection, ModelKey before, ModelKey now) {
        return detection.from().models().entrySet().stream()
                .filter(entry -> detection.to().hasModel(entry.getKey()))
                .flatMap(entry -> entry.getValue().fields().values().stream()
                        .filter(field -> field.takesNumbersFrom(before))
                        .map(field ->
                                detection.to().model(entry.getKey()).fields().get(field.name())))
                .anyMatch(field -> field != null && field.takesNumbersFrom(now));
    }

    private static Map<List<String>, FieldType> columnTypes(ModelState model) {
        Map<List<String>, FieldType> types = new HashMap<>();
        model.fields().values().forEach(field -> types.put(field.columns(), field.type()));
        return types;
    }

    private static Optional<ModelKey> agreed(Detection detection, List<ModelKey> candidates, ModelKey now) {
        for (int i = 0; i < candidates.size(); i++) {
            ModelKey candidate = candidates.get(i);
            if (isAgreed(detection, candidate, now)) {
                if (!detection.questioner().openQuestions().isEmpty()) {
                    // Nobody has answered, so that all candidates are listed.
                    candidates
                            .subList(i + 1, candidates.size())
                            .forEach(other -> detection.questioner().modelRename(other, now));
                }
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Two models of an app with one table are one candidate, whether entity, join table or collection table. */
    private static boolean leavesTable(Detection detection, ModelKey before, ModelKey now) {
        return before.app().equals(now.app())
                && Lineage.isSameTable(
                        detection.from().model(before), detection.to().model(now));
    }

    private static boolean isAgreed(Detection detection, ModelKey before, ModelKey now) {
        boolean isAgreed = detection.questioner().modelRename(before, now);
        if (!isAgreed) {
            detection.lineage().settled(before, columns(detection.from().model(before)));
        }
        return isAgreed;
    }

    /** Returns the columns of a model; shared ones once for each field. */
    static List<String> columns(ModelState model) {
        return model.fields().values().stream()
                .flatMap(field -> field.columns().stream())
                .toList();
    }

    /** A table of generators is no entity, about which one could ask: its users tell whether it is the same. */
    private static List<ModelKey> ranked(Detection detection, List<ModelKey> removed, ModelKey now) {
        ProjectState to = detection.to();
        Map<ModelKey, Double> scores = removed.stream()
                .filter(key -> !isSpokenFor(detection, key))
                .filter(key -> !givesNumbers(to, now) || !givesNumbers(detection.from(), key))
                .collect(Collectors.toMap(
                        key -> key, key -> similarity(key, detection.from().model(key), now, to.model(now))));
        ToDoubleFunction<ModelKey> score = scores::get;
        return scores.keySet().stream()
                .filter(key -> score.applyAsDouble(key) >= Similarity.WORTH_ASKING)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A join or collection table may get an entity of its own, also under another name, and the reverse. */
    private static double similarity(ModelKey oldKey, ModelState before, ModelKey newKey, ModelState now) {
        double byFields = Similarity.ofModels(oldKey, before, newKey, now);
        if (oldKey.isPart() == newKey.isPart() || Lineage.isSameTable(before, now)) {
            return byFields;
        }
        return oldKey.isPart()
                ? Similarity.ofPartAndEntity(oldKey, before, now)
                : Similarity.ofPartAndEntity(newKey, now, before);
    }

    /** A model that is the stated former name of another new model isn't asked about. */
    private static boolean isSpokenFor(Detection detection, ModelKey before) {
        return detection.addedModels().stream()
                .anyMatch(key -> detection.hints().tell(before, key));
    }
}
