package io.kuaka.operation;

/** Decides whether two operations that can't be joined may change places. */
final class Commutation {
    private Commutation() {}

    /**
     * Returns the reduction of two operations that can't be joined: one that may be left out is left out, else they may
     * change places or not.
     *
     * @param free whether the later one doesn't touch what the earlier one changes
     */
    static Reduction of(Operation first, Operation next, boolean free) {
        if (first.isElidable() || next.isElidable()) {
            return Reduction.elide(first, next);
        }
        return Reduction.passesIf(free && first.referred().stream().noneMatch(next::renames));
    }
}
