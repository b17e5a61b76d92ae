package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks about the values of an attribute that becomes a collection with a table of its own, or no longer is one: nothing
 * copies them from the one table to the other. The attribute may have another name then, if the code says which it had.
 * Links between entities are left to {@link CopiedLinks}.
 */
public final class ReshapedAttributes implements Detector {
    @Override
    public void detect(Detection detection) {
        detection.to().models().forEach((key, model) -> {
            if (key.isPart() && detection.lineage().isNew(key)) {
                becameCollection(detection, key);
            }
        });
        detection.lineage().removedModels().forEach((key, model) -> {
            if (key.isPart()
                    && !detection.to().hasModel(key)
                    && !detection.left().models().contains(key)) {
                wasCollection(detection, key, model);
            }
        });
    }

    private static void becameCollection(Detection detection, ModelKey part) {
        ModelKey owner = part.owner();
        if (detection.to().hasModel(owner)) {
            Map<String, Field> now = detection.to().model(owner).fields();
            String formerName = formerName(detection, part);
            detection
                    .lineage()
                    .former(owner)
                    .ifPresent(former -> ask(
                            detection,
                            owner,
                            part,
                            columns(detection.lineage().formerFields(owner).entrySet().stream()
                                    .filter(each ->
                                            (isOf(part.attribute(), each.getKey()) || isOf(formerName, each.getKey()))
                                                    && !now.containsKey(each.getKey()))
                                    .map(Map.Entry::getValue))));
        }
    }

    private static void wasCollection(Detection detection, ModelKey part, ModelState table) {
        ModelKey owner = part.owner();
        if (detection.to().hasModel(owner)) {
            Map<String, Field> before = detection.lineage().formerFields(owner);
            boolean hasAttribute = detection.to().model(owner).fields().keySet().stream()
                    .anyMatch(field -> !before.containsKey(field)
                            && (isOf(part.attribute(), field)
                                    || detection
                                            .hints()
                                            .formerName(owner, field)
                                            .filter(part.attribute()::equals)
                                            .isPresent()));
            if (hasAttribute) {
                ask(
                        detection,
                        part,
                        owner,
                        columns(table.fields().values().stream().filter(field -> isOf("element", field.name()))));
            }
        }
    }

    /** The hint of a table names the attribute behind its entity, as in {@code Pier.tag}. */
    private static String formerName(Detection detection, ModelKey part) {
        String former = detection.hints().formerName(part).orElse(part.attribute());
        return former.substring(former.lastIndexOf('.') + 1);
    }

    private static boolean isOf(String attribute, String field) {
        return field.equals(attribute) || field.startsWith(attribute + ".");
    }

    private static List<String> columns(Stream<Field> fields) {
        return fields.filter(field -> field.generated() == null)
                .flatMap(field -> field.columns().stream())
                .distinct()
                .toList();
    }

    private static void ask(Detection detection, ModelKey from, ModelKey to, List<String> columns) {
        ModelKey former = detection.lineage().former(from).orElseThrow();
        List<String> leaving = columns.stream()
                .filter(column -> !detection.lineage().isSettled(former, column))
                .toList();
        if (!leaving.isEmpty() && !detection.questioner().valuesLeft(from, to, leaving)) {
            throw new DetectionStoppedException(
                    Questions.valuesLeft(from, to, leaving).text());
        }
        detection.lineage().settled(from, leaving);
    }
}
