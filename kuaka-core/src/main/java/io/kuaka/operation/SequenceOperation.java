package io.kuaka.operation;

import io.kuaka.state.ModelKey;

/**
 * An operation on a sequence.
 *
 * <p>Any table may take its numbers from it, by SQL that nobody reads, so that it changes places with operations on other
 * sequences only.
 */
interface SequenceOperation extends Operation {
    /** Returns the name of the sequence. */
    String name();

    @Override
    default boolean references(ModelKey key) {
        return key.name().equals(name());
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        boolean free = next instanceof SequenceOperation other && !other.name().equals(name());
        return Commutation.of(this, next, free);
    }
}
