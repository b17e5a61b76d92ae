package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renames fields that take each other's names by what the code states: in a chain, or in an exchange that is asked about. */
final class PassedFieldNames {
    private final Detection detection;
    private final ModelKey key;

    private PassedFieldNames(Detection detection, ModelKey key) {
        this.detection = detection;
        this.key = key;
    }

    static void detect(Detection detection) {
        for (ModelKey key : detection.to().models().keySet()) {
            if (detection.from().hasModel(key)) {
                new PassedFieldNames(detection, key).detect();
            }
        }
    }

    private void detect() {
        ModelState before = detection.from().model(key);
        ModelState now = detection.to().model(key);
        new StatedPasses(List.copyOf(before.fields().keySet()), now.fields().keySet(), name -> detection
                        .hints()
                        .formerName(key, name))
                .steps(
                        this::isExchange,
                        Stream.of(before, now).flatMap(PassedFieldNames::names).collect(Collectors.toSet()))
                .forEach(this::rename);
    }

    private static Stream<String> names(ModelState model) {
        return model.fields().values().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.columns().stream()))
                .map(Lineage::folded);
    }

    private boolean isExchange(List<String> circle) {
        ModelKey former = detection.lineage().former(key).orElse(key);
        return detection.isExchange(key.toString(), circle, past -> past.haveExchanged(former, circle));
    }

    private void rename(StatedPasses.Step step) {
        Field now = detection.to().model(key).field(step.last());
        RenamedFields.propose(
                detection,
                key,
                detection.from().model(key).field(step.name()),
                step.isTemporary() ? now.withName(step.next()).withColumns(now.columns()) : now);
    }
}
