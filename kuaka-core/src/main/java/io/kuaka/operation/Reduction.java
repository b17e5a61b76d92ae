package io.kuaka.operation;

import java.util.List;

/** How two operations reduce, possibly with others between them. */
public sealed interface Reduction {
    /** The two are replaced by {@code operations}. */
    record By(List<Operation> operations) implements Reduction {
        public By {
            operations = List.copyOf(operations);
        }
    }

    /** Nothing: the two may change places. */
    record Passes() implements Reduction {}

    /** Nothing: the later one has to stay after the earlier one. */
    record Blocks() implements Reduction {}

    /** Returns the reduction to the given operations, none of them for nothing at all. */
    static Reduction by(Operation... operations) {
        return new By(List.of(operations));
    }

    /** Returns that the two may change places. */
    static Reduction passes() {
        return new Passes();
    }

    /** Returns that the two have to stay in order. */
    static Reduction blocks() {
        return new Blocks();
    }

    /** Returns {@link #passes} if {@code free}, and {@link #blocks} otherwise. */
    static Reduction passesIf(boolean free) {
        return free ? passes() : blocks();
    }

    /** Returns the reduction of two operations that have nothing in common: one that may be left out is left out. */
    static Reduction elide(Operation first, Operation next) {
        if (first.isElidable()) {
            return by(next);
        }
        return next.isElidable() ? by(first) : blocks();
    }
}
