package io.kuaka.command;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.lease.LeaseOffice;
import io.kuaka.recorder.LeaseRow;
import java.util.Optional;

/** Shows which run may currently change a database, and ends its lease. That run stops before its next statement. */
public final class Unlock {
    /** The options, of which there are none. */
    public record Options() {}

    /**
     * Who holds the lease.
     *
     * @param holder that run; empty if there is none
     */
    public record Prepared(Optional<LeaseRow> holder) {}

    /** Whether the lease was ended, which it isn't if its holder released it meanwhile. */
    public record Result(boolean ended) {}

    private final ConnectionSource source;

    /** Makes the command for a database. */
    public Unlock(ConnectionSource source) {
        this.source = source;
    }

    /** Finds out who holds the lease. */
    public Prepared prepare(Options options) {
        return History.with(
                source,
                connection -> new Prepared(LeaseOffice.lookingAt(source.ownNames(), connection)
                        .look()
                        .filter(row -> !row.isFree())));
    }

    /** Ends the lease of the run that was found. */
    public Result run(Prepared prepared) {
        if (prepared.holder().isEmpty()) {
            return new Result(false);
        }
        LeaseRow holder = prepared.holder().get();
        return History.with(
                source,
                connection -> new Result(
                        LeaseOffice.lookingAt(source.ownNames(), connection).end(holder)));
    }
}
