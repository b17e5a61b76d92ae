package io.kuaka.command;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.recorder.LeaseRow;
import java.util.Optional;

/** Shows which run may change a database at the moment, and ends its lease. That run stops before its next statement. */
public final class Unlock {
    /** What is wanted; there is nothing to choose. */
    public record Options() {}

    /**
     * Who holds the lease.
     *
     * @param holder the run that does; empty when none does
     */
    public record Prepared(Optional<LeaseRow> holder) {}

    /** Whether the lease was ended: not when its holder gave it back meanwhile. */
    public record Result(boolean ended) {}

    private final ConnectionSource source;

    /** Makes the command for a database. */
    public Unlock(ConnectionSource source) {
        this.source = source;
    }

    /** Looks who holds the lease. */
    public Prepared prepare(Options options) {
        return History.with(
                source,
                connection ->
                        new Prepared(LeaseOffice.lookingAt(connection).look().filter(row -> !row.isFree())));
    }

    /** Ends the lease of the run that was seen to hold it. */
    public Result run(Prepared prepared) {
        if (prepared.holder().isEmpty()) {
            return new Result(false);
        }
        LeaseRow holder = prepared.holder().get();
        return History.with(
                source,
                connection -> new Result(LeaseOffice.lookingAt(connection).end(holder)));
    }
}
