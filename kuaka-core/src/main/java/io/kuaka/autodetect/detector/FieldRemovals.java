package io.kuaka.autodetect.detector;

import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.List;

/** Proposes to remove fields of a model, after what depends on them. */
final class FieldRemovals {
    private final Detection detection;
    private final ModelKey key;
    private final ModelState before;

    private FieldRemovals(Detection detection, ModelKey key) {
        this.detection = detection;
        this.key = key;
        this.before = detection.from().model(key);
    }

    /** Proposes to remove fields, each after those that are generated from it. Returns all removed fields, in order. */
    static List<String> propose(Detection detection, ModelKey key, List<String> fields) {
        FieldRemovals removals = new FieldRemovals(detection, key);
        List<String> removed = new ArrayList<>();
        fields.forEach(field -> removals.propose(field, removed));
        return removed;
    }

    private void propose(String field, List<String> removed) {
        if (!removed.contains(field)) {
            detection
                    .from()
                    .model(key)
                    .fieldsUsing(before.field(field))
                    .forEach(computed -> propose(computed.name(), removed));
            detection.lineage().fieldRemoved(key, before.field(field));
            detection.propose(removal(before.field(field)));
            removed.add(field);
        }
    }

    private Proposal removal(Field field) {
        return Proposal.of(key.app(), new RemoveField(key.name(), field.name()))
                .providing(Event.fieldRemoved(key, field.name()), Event.columnsLeft(key, field.name()))
                .needing(Event.indexOrConstraintRemoved(key))
                .needing(detection.usedBefore(key, field.name()))
                .needing(detection.lineage().takingOver(key, field).stream()
                        .map(other -> Event.fieldAdded(key, other.name()))
                        .toList())
                .needing(Event.linksCopied(key, field.name()))
                .needing(references(field))
                .needing(before.fields().values().stream()
                        .filter(other -> other.uses(field))
                        .map(other -> Event.fieldRemoved(key, other.name()))
                        .toList());
    }

    /** Returns the events in which references to the field are removed or get other targets. */
    private List<Event> references(Field field) {
        List<Event> needs = new ArrayList<>();
        for (ModelKey referrer : detection.from().referrers(key)) {
            detection.from().model(referrer).fields().values().stream()
                    .filter(other -> other.type() instanceof Reference reference
                            && reference.to().equals(key)
                            && reference.targets().contains(field.name()))
                    .forEach(other -> {
                        needs.add(Event.fieldAltered(referrer, other.name()));
                        needs.add(Event.fieldRemoved(referrer, other.name()));
                    });
        }
        return needs;
    }
}
