package io.kuaka.recorder;

/**
 * What keeps a run from writing about itself once it has lost the lease.
 *
 * @param number a number that no other run has
 * @param sql SQL that yields the number as long as the run holds the lease, and null afterwards
 */
public record Fence(long number, String sql) {
    /** Returns the condition under which the run holds the lease. */
    String holds() {
        return sql + " = " + number;
    }
}
