package io.kuaka.recorder;

/**
 * Who may currently change a database.
 *
 * @param owner an arbitrary name that no other run has; empty while nobody holds the lease
 * @param runBy who that is, as in {@code anna@build-7, process 4711}
 * @param session the identity of the owner's session in the database; empty if it can't be asked for
 * @param since when it was taken, in the zone of this JVM
 * @param doing the migration that the owner was running at its last beat; empty before the first one
 * @param limitMillis how long the beat may stand still until others may take the lease over
 * @param beat a number that grows as long as the owner is alive
 * @param fence a number that grows each time the lease is taken
 */
public record LeaseRow(
        String owner,
        String runBy,
        String session,
        String since,
        String doing,
        long limitMillis,
        long beat,
        long fence) {
    static LeaseRow free(long fence) {
        return new LeaseRow("", "", "", "", "", 0, 0, fence);
    }

    /** Returns whether nobody holds the lease. */
    public boolean isFree() {
        return owner.isEmpty();
    }

    /** Returns who holds the lease, since when and what for, as the rest of a sentence. */
    public String words() {
        return runBy + ", since " + since + (doing.isEmpty() ? "" : ", which is running " + doing);
    }
}
