package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Finds fields that got another name, with other changes perhaps, which {@link AlteredFields} adds. */
public final class RenamedFields implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            detection.remaining(key).fields().added().stream().sorted().forEach(name -> detect(detection, key, name));
        }
    }

    private static void detect(Detection detection, ModelKey key, String name) {
        ModelState before = detection.from().model(key);
        List<Field> removed = detection.remaining(key).fields().removed().stream()
                .sorted()
                .map(before::field)
                .toList();
        Field now = detection.to().model(key).field(name);
        former(detection, key, removed, now).ifPresent(old -> propose(detection, key, old, now));
    }

    private static Optional<Field> former(Detection detection, ModelKey key, List<Field> removed, Field now) {
        Optional<Field> told = detection.hints().formerName(key, now.name()).flatMap(former -> removed.stream()
                .filter(field -> field.name().equals(former))
                .findFirst());
        if (told.isPresent()) {
            return told;
        }
        ToDoubleFunction<Field> score = field -> Similarity.ofFields(field, now);
        List<Field> ranked = removed.stream()
                .filter(field ->
                        !isSpokenFor(detection, key, field) && score.applyAsDouble(field) >= Similarity.WORTH_ASKING)
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
        if (ranked.size() == 1 && isSameEnd(key, ranked.get(0), now)) {
            return Optional.of(ranked.get(0));
        }
        return ranked.stream()
                .filter(field -> detection.questioner().fieldRename(key, field, now))
                .findFirst();
    }

    /** The ends of a join table are named by the entities, so that there is nothing to ask. */
    private static boolean isSameEnd(ModelKey key, Field before, Field now) {
        return key.isPart() && before.isReference() && now.isReference();
    }

    private static boolean isSpokenFor(Detection detection, ModelKey key, Field before) {
        return detection.remaining(key).fields().added().stream().anyMatch(name -> detection
                .hints()
                .formerName(key, name)
                .filter(before.name()::equals)
                .isPresent());
    }

    private static void propose(Detection detection, ModelKey key, Field old, Field now) {
        RenameField rename = new RenameField(key.name(), old.name(), now.name());
        boolean columnsStay = old.hasDefaultColumns() && now.columns().equals(old.columns());
        detection.propose(Proposal.of(key.app(), columnsStay ? rename.keepingColumns() : rename)
                .providing(Event.fieldAdded(key, now.name()), Event.fieldRemoved(key, old.name()))
                .needing(detection.usedBefore(key, old.name())));
    }
}
