package io.kuaka.executor;

import io.kuaka.executor.Executor.Planned;
import io.kuaka.executor.shared.SharedWalk;
import io.kuaka.lease.LeaseTerms;
import io.kuaka.progress.RowProgress;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.LeaseRow;
import io.kuaka.recorder.OwnNames;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Walk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run does while it waits for another one: if that one walks in ranges, and this one would walk the same way, it works
 * along.
 *
 * <p>It claims ranges in the name of the run that holds the lease, so it stops where that one would have to. Whatever fails is
 * the other run's to report: it takes over the ranges that were left.
 */
final class WalkCompanion {
    private static final System.Logger LOGGER = System.getLogger(WalkCompanion.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Connection connection;
    private final OwnNames names;
    private final LeaseTerms terms;
    private final Executor.Planner planner;
    private long looked = System.nanoTime() - LOOK.toNanos();
    /** The run that can't be helped. */
    private @Nullable String hopelessRun;
    /** A place at which the other run can't be helped, because this one has other statements there. */
    private @Nullable JournalEntry hopelessPlace;

    WalkCompanion(Dialect dialect, Connection connection, OwnNames names, LeaseTerms terms, Executor.Planner planner) {
        this.dialect = dialect;
        this.connection = connection;
        this.names = names;
        this.terms = terms;
        this.planner = planner;
    }

    /** Works along with the run that holds the lease, and returns whether there was anything to do. */
    boolean helps(LeaseRow holder) {
        if (holder.owner().equals(hopelessRun) || System.nanoTime() - looked < LOOK.toNanos()) {
            return false;
        }
        looked = System.nanoTime();
        try {
            return dialect.hasSeveralWriters() && worksAlong(holder);
        } catch (SQLException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "The other run can't be helped", e);
            hopelessRun = holder.owner();
            return false;
        }
    }

    private boolean worksAlong(LeaseRow holder) throws SQLException {
        OwnTables place = OwnTables.of(dialect, names, connection);
        if (!place.ranges().wasFound()) {
            return false;
        }
        for (JournalEntry entry : place.journal().unfinished(connection).values()) {
            List<WalkRange> ranges = place.ranges().of(connection, entry.migration(), entry.done());
            if (entry.fence() == holder.fence()
                    && !entry.equals(hopelessPlace)
                    && ranges.stream().anyMatch(each -> each.isFree(holder.fence()))) {
                Optional<PlannedStatement> planned = same(entry);
                planned.ifPresent(statement -> work(place, holder, entry, statement));
                hopelessPlace = planned.isPresent() ? hopelessPlace : entry;
                return planned.isPresent();
            }
        }
        return false;
    }

    /** The statement that the other run is at, if this run has the same one. */
    private Optional<PlannedStatement> same(JournalEntry entry) throws SQLException {
        Planned planned = planner.plan();
        return Scripts.of(dialect, planned.graph(), planned.plan(), planned.limits()).stream()
                .filter(script -> script.migration().key().equals(entry.migration()))
                .filter(script -> script.statements().size() >= entry.begun()
                        && entry.isUndecided()
                        && StatementChecksum.of(script, entry.begun()).equals(entry.checksum()))
                .map(script -> script.statements().get(entry.done()))
                .filter(statement -> StepRanges.walk(statement).isPresent())
                .findFirst();
    }

    private void work(OwnTables place, LeaseRow holder, JournalEntry entry, PlannedStatement planned) {
        Walk walk = StepRanges.walk(planned).orElseThrow();
        new SharedWalk(
                        new SharedWalk.Place(place.ranges(), entry.migration(), entry.done()),
                        walk,
                        place.lease().fence(holder),
                        JdbcSink.runnerOf(dialect, planned),
                        RowProgress.unobserved())
                .work(connection, terms.second(), () -> {});
    }
}
