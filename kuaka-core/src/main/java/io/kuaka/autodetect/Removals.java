package io.kuaka.autodetect;

import io.kuaka.operation.RemoveField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;

/** Makes the proposal that removes a field, after what is built upon it. */
final class Removals {
    private Removals() {}

    static Proposal of(Detection detection, ModelKey key, String field) {
        return Proposal.of(key.app(), new RemoveField(key.name(), field))
                .providing(Event.fieldRemoved(key, field))
                .needing(Event.indexOrConstraintRemoved(key))
                .needing(detection.usedBefore(key, field))
                .needing(detection.from().model(key).fields().values().stream()
                        .filter(other -> other.dependencies().contains(field))
                        .map(Field::name)
                        .map(other -> Event.fieldRemoved(key, other))
                        .toList());
    }
}
