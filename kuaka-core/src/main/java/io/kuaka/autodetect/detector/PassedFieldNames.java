package io.kuaka.autodetect.detector;

import io.kuaka.operation.RenameField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.List;

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
        StatedPasses passes = new StatedPasses(
                List.copyOf(detection.from().model(key).fields().keySet()),
                detection.to().model(key).fields().keySet(),
                name -> detection.hints().formerName(key, name));
        passes.chains().forEach(this::renameAlong);
        passes.circles().stream().filter(this::isExchange).forEach(this::exchange);
    }

    private void exchange(List<String> circle) {
        String between = String.join("_", circle);
        String name = circle.get(circle.size() - 1);
        Field last = detection.to().model(key).field(name);
        rename(circle.get(0), last, between);
        renameAlong(circle);
        rename(between, last, name);
    }

    private boolean isExchange(List<String> circle) {
        return detection.isExchange(
                key.app(),
                key.toString(),
                circle,
                operation -> operation instanceof RenameField rename
                        && rename.model().equals(key.name())
                        && rename.newName().equals(circle.get(0))
                        && rename.oldName().equals(circle.get(1)));
    }

    /** Gives each name of a list to the field that has the next one. */
    private void renameAlong(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i - 1);
            rename(names.get(i), detection.to().model(key).field(name), name);
        }
    }

    private void rename(String before, Field now, String name) {
        RenamedFields.propose(
                detection,
                key,
                detection.from().model(key).field(before),
                name.equals(now.name()) ? now : now.withName(name).withColumns(now.columns()));
    }
}
