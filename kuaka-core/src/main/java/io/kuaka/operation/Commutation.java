package io.kuaka.operation;

/** Decides whether two operations that have nothing to join may change places. */
final class Commutation {
    private Commutation() {}

    /**
     * Returns what becomes of two operations that can't be joined: one that may be left out goes, else they may change
     * places or not.
     *
     * @param free whether the later one leaves alone what the earlier one changes
     */
    static Reduction of(Operation first, Operation next, boolean free) {
        if (first.isElidable() || next.isElidable()) {
            return Reduction.elide(first, next);
        }
        return Reduction.passesIf(free && first.referred().stream().noneMatch(next::renames));
    }
}
