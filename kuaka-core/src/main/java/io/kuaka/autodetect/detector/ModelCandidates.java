package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Finds what a new model was called before: by the code's own hints, else by similarity and asking. */
final class ModelCandidates {
    private ModelCandidates() {}

    /** Returns the former key of {@code now} among the removed models that {@code allowed} lets through. */
    static Optional<ModelKey> former(Detection detection, ModelKey now, Predicate<ModelKey> allowed) {
        List<ModelKey> removed = detection.removedModels().stream()
                .filter(key -> key.isPart() == now.isPart())
                .filter(allowed)
                .toList();
        Optional<ModelKey> told =
                removed.stream().filter(key -> detection.hints().tell(key, now)).findFirst();
        return told.or(() -> ranked(detection, removed, now).stream()
                .filter(key -> detection.questioner().modelRename(key, now))
                .findFirst());
    }

    private static List<ModelKey> ranked(Detection detection, List<ModelKey> removed, ModelKey now) {
        ProjectState to = detection.to();
        Map<ModelKey, Double> scores = removed.stream()
                .filter(key -> !isSpokenFor(detection, key))
                .collect(Collectors.toMap(
                        key -> key,
                        key -> Similarity.ofModels(key, detection.from().model(key), now, to.model(now))));
        ToDoubleFunction<ModelKey> score = scores::get;
        return scores.keySet().stream()
                .filter(key -> score.applyAsDouble(key) >= Similarity.WORTH_ASKING)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whoever is said to be the former name of another new model isn't asked about. */
    private static boolean isSpokenFor(Detection detection, ModelKey before) {
        return detection.addedModels().stream()
                .anyMatch(key -> detection.hints().tell(before, key));
    }
}
