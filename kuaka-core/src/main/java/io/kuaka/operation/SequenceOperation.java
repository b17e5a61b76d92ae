package io.kuaka.operation;

import io.kuaka.state.ModelKey;
import java.util.Collections;
import java.util.Set;

/**
 * An operation on a sequence.
 *
 * <p>Any table may use it, through SQL that Kuaka doesn't read, so it only changes places with operations on other
 * sequences.
 */
interface SequenceOperation extends Operation {
    /** Returns the names that the sequence has, before or after the operation. */
    Set<String> names();

    @Override
    default boolean references(ModelKey key) {
        return names().contains(key.name());
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        boolean free = next instanceof SequenceOperation other && Collections.disjoint(other.names(), names());
        return Commutation.of(this, next, free);
    }
}
