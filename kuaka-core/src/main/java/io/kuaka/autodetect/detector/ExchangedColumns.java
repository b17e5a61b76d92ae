package io.kuaka.autodetect.detector;

import io.kuaka.operation.AlterField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets the fields of a model take each other's columns: one field of such a cycle gets temporary column names until the
 * column that it takes is free.
 */
final class ExchangedColumns {
    private final Detection detection;
    private final ModelKey key;
    private final Set<String> parked = new HashSet<>();

    ExchangedColumns(Detection detection, ModelKey key) {
        this.detection = detection;
        this.key = key;
    }

    /** Returns the proposal to alter a field, which waits for its columns; others may wait for those that it frees. */
    Proposal alter(AlterField alteration) {
        Field now = alteration.field();
        if (isInCircle(now)) {
            park(detection.from().model(key).field(now.name()));
        }
        Proposal proposal = Proposal.of(key.app(), alteration)
                .providing(Event.fieldAltered(key, now.name()))
                .needing(Prerequisites.columns(detection, key, now));
        return parked.contains(now.name())
                ? proposal.needing(Event.columnsLeft(key, now.name()))
                : proposal.providing(Event.columnsLeft(key, now.name()));
    }

    private boolean isInCircle(Field field) {
        Set<String> seen = new HashSet<>(parked);
        Deque<String> open = new ArrayDeque<>(Prerequisites.leaving(detection, key, field));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.equals(field.name())) {
                return true;
            }
            Field next = detection.to().model(key).fields().get(name);
            if (next != null && seen.add(name)) {
                open.addAll(Prerequisites.leaving(detection, key, next));
            }
        }
        return false;
    }

    private void park(Field field) {
        parked.add(field.name());
        String[] columns = field.columns().stream().map(Names::temporary).toArray(String[]::new);
        detection.propose(Proposal.of(key.app(), new AlterField(key.name(), field.columns(columns)))
                .providing(Event.columnsLeft(key, field.name()))
                .needing(Event.fieldAdded(key, field.name())));
    }
}
