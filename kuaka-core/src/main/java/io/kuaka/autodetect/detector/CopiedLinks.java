package io.kuaka.autodetect.detector;

import io.kuaka.operation.CopyLinks;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a reference that is removed while a join table between the same two entities is added, or the reverse: a
 * many-to-one that becomes a many-to-many, or a one-to-many that gets a {@code @JoinColumn}.
 *
 * <p>If the user wants it, the links between rows are copied before they are dropped.
 */
public final class CopiedLinks implements Detector {
    @Override
    public void detect(Detection detection) {
        ProjectState start = detection.start();
        ProjectState to = detection.to();
        for (ModelKey key : detection.changedModels()) {
            joinTables(to, start).forEach((table, model) -> detection.remaining(key).fields().removed().stream()
                    .sorted()
                    .map(detection.from().model(key)::field)
                    .filter(field -> links(key, field, table, model) && canBeFilled(model))
                    .forEach(field -> copy(
                            detection,
                            new CopyLinks(attribute(key, field), table.name()),
                            Event.linksCopied(key, field.name()),
                            List.of(Event.fieldAdded(key, field.name()), Event.created(table)))));
            joinTables(start, to).forEach((table, model) -> detection.remaining(key).fields().added().stream()
                    .sorted()
                    .map(to.model(key)::field)
                    .filter(field -> links(key, field, table, model))
                    .forEach(field -> copy(
                            detection,
                            new CopyLinks(table.name(), attribute(key, field)),
                            Event.linksCopied(table, ""),
                            List.of(Event.fieldAdded(key, field.name()), Event.created(table)))));
        }
    }

    /** Returns the join tables of a state that the other one lacks. */
    private static Map<ModelKey, ModelState> joinTables(ProjectState state, ProjectState other) {
        Map<ModelKey, ModelState> tables = new TreeMap<>();
        state.models().forEach((key, model) -> {
            if (key.isPart() && !other.hasModel(key)) {
                tables.put(key, model);
            }
        });
        return tables;
    }

    private static boolean links(ModelKey key, Field field, ModelKey table, ModelState joinTable) {
        return field.isReference()
                && key.app().equals(table.app())
                && !field.refersTo(key)
                && (table.isPartOf(key)
                        || table.isPartOf(field.requireReference().to()))
                && references(joinTable, key).size() == 1
                && references(joinTable, field.requireReference().to())
                        .equals(List.of(field.requireReference().targets()));
    }

    /** Returns for each reference of a join table to a model the fields that it refers to. */
    private static List<List<String>> references(ModelState joinTable, ModelKey target) {
        return joinTable.fields().values().stream()
                .filter(field -> field.refersTo(target))
                .map(field -> field.requireReference().targets())
                .toList();
    }

    /** A reference can't supply what else a join table holds, such as the position in a list. */
    private static boolean canBeFilled(ModelState joinTable) {
        return joinTable.fields().values().stream()
                .allMatch(field -> field.isReference() || field.isNullable() || field.defaultValue() != null);
    }

    private static String attribute(ModelKey key, Field field) {
        return key.name() + "." + field.name();
    }

    /** Only what is read waits for the copy; what is written may take the name of something that is removed first. */
    private static void copy(Detection detection, CopyLinks copy, Event copied, List<Event> needs) {
        String app = copied.model().app();
        if (detection.questioner().linksCopied(app, copy.from(), copy.to())) {
            detection.propose(Proposal.of(app, copy).providing(copied).needing(needs));
        }
    }
}
