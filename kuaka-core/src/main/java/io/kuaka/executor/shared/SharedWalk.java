package io.kuaka.executor.shared;

import io.kuaka.lease.LeaseTerms.SecondConnection;
import io.kuaka.migration.MigrationKey;
import io.kuaka.progress.RowProgress;
import io.kuaka.recorder.Fence;
import io.kuaka.recorder.RangeTable;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.statement.JavaCall;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.statement.Walk;
import io.kuaka.schema.statement.WalkProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One walk that several workers share, in this process and perhaps in others.
 *
 * <p>Workers know nothing of each other: the rows of {@link RangeTable} are all that they share. A range is free if nobody
 * has claimed it, if the run for which it was claimed has lost the lease, or if its worker has shown no sign of life for
 * ten seconds: whoever claims it then takes it away from a worker that is only slow, which stops at its next batch.
 */
public final class SharedWalk {
    private static final System.Logger LOGGER = System.getLogger(SharedWalk.class.getName());
    private static final Duration GONE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int RANGES_OF_WORKER = 4;

    private final Place place;
    private final Walk walk;
    private final Fence fence;
    private final Runner runner;
    private final RowProgress progress;
    private final String name = UUID.randomUUID().toString();
    private final Map<Integer, Sight> sights = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean isStopped;
    private long rows;

    /** The statement that is walked, from 0, of a migration. */
    public record Place(RangeTable table, MigrationKey migration, int statement) {}

    /** When a range was first seen with its owner and beat. */
    private record Sight(String owner, long beat, long since) {}

    /** Runs code of the walk, so that its failures name the statement. */
    @FunctionalInterface
    public interface Runner {
        /** Runs it. */
        void run(Connection connection, JavaCall.Code code);
    }

    /** Makes the work of this process; {@code progress} is told how many rows it has passed. */
    public SharedWalk(Place place, Walk walk, Fence fence, Runner runner, RowProgress progress) {
        this.place = place;
        this.walk = walk;
        this.fence = fence;
        this.runner = runner;
        this.progress = progress;
    }

    /** Returns the statements that make the table of the ranges, or complete an old one; usually none. */
    public List<Statement> tables(Connection connection) {
        List<Statement> statements = new ArrayList<>();
        runner.run(connection, (connected, unused) -> {
            if (place.table().wasFound() || !place.table().isThere(connected)) {
                statements.addAll(place.table().completion());
            }
        });
        return statements;
    }

    /**
     * Returns the statements that divide the rest of the walk after {@code start}; none if it was divided before, along the
     * same table.
     */
    public List<Sql> division(Connection connection, WalkProgress start) {
        List<Sql> statements = new ArrayList<>();
        runner.run(connection, (connected, unused) -> {
            List<WalkRange> found = place.table().of(connected, place.migration(), place.statement());
            if (found.isEmpty() || !found.stream().allMatch(this::isAlongTheSameKey)) {
                statements.add(place.table().clear(place.migration()));
                List<@Nullable String> ends =
                        new ArrayList<>(walk.on(connected).ends(start.position(), walk.workers() * RANGES_OF_WORKER));
                ends.add(null);
                String from = start.position();
                for (String end : ends) {
                    WalkProgress range = new WalkProgress(0, 0, from, end);
                    statements.add(place.table()
                            .add(WalkRange.free(place.migration(), place.statement(), ends.indexOf(end) + 1, range)));
                    from = end;
                }
            }
        });
        return statements;
    }

    private boolean isAlongTheSameKey(WalkRange range) {
        String key = range.progress().position() == null
                ? range.progress().goal()
                : range.progress().position();
        return key == null || walk.resumable(new WalkProgress(0, 0, key, null)).isBegun();
    }

    /**
     * Works until all ranges are complete, and waits for those that other processes work on.
     *
     * @param more opens connections for more workers than the one on {@code connection}; null for none
     * @param beforeEach is called in this thread, again and again, outside of transactions
     */
    public void finish(Connection connection, @Nullable SecondConnection more, Runnable beforeEach) {
        work(connection, more, beforeEach);
        while (!isComplete(connection)) {
            pause();
            beforeEach.run();
            work(connection, more, beforeEach);
        }
    }

    /** Works until no range is free. */
    public void work(Connection connection, @Nullable SecondConnection more, Runnable beforeEach) {
        if (!hasFree(connection)) {
            return;
        }
        List<Thread> others = new ArrayList<>();
        for (int i = 2; more != null && i <= walk.workers(); i++) {
            others.add(start(more, i));
        }
        try {
            worker(connection, 1).run(beforeEach);
            while (others.stream().anyMatch(Thread::isAlive)) {
                pause();
                beforeEach.run();
            }
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            isStopped = isStopped || failure.get() != null;
            others.forEach(SharedWalk::join);
        }
        rethrow();
    }

    private Thread start(SecondConnection more, int number) {
        Thread thread = new Thread(() -> runOn(more, number), "kuaka-backfill-" + number);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void runOn(SecondConnection more, int number) {
        Optional<Connection> opened = open(more, number);
        if (opened.isEmpty()) {
            return;
        }
        try (Connection connection = opened.get()) {
            worker(connection, number).run(() -> {});
        } catch (SQLException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "The connection of a worker could not be closed", e);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** A server with no room for another connection leaves more to those that have one. */
    private static Optional<Connection> open(SecondConnection more, int number) {
        try {
            Connection connection = more.open();
            connection.setAutoCommit(true);
            return Optional.of(connection);
        } catch (SQLException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "No connection for worker {0}: {1}", number, e.getMessage());
            return Optional.empty();
        }
    }

    private RangeWorker worker(Connection connection, int number) {
        return new RangeWorker(this, connection, runner, name + "/" + number);
    }

    /** All workers of this process stop, and the first failure is reported. */
    private void failed(Throwable e) {
        isStopped = true;
        if (!failure.compareAndSet(null, e)) {
            LOGGER.log(System.Logger.Level.DEBUG, "Another worker has failed, too", e);
        }
    }

    private void rethrow() {
        Throwable first = failure.get();
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void join(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for other workers was interrupted.", e);
        }
    }

    private boolean isComplete(Connection connection) {
        return ranges(connection).stream().allMatch(WalkRange::isComplete);
    }

    private boolean hasFree(Connection connection) {
        return ranges(connection).stream().anyMatch(this::isFree);
    }

    private List<WalkRange> ranges(Connection connection) {
        List<WalkRange> ranges = new ArrayList<>();
        runner.run(
                connection,
                (connected, unused) ->
                        ranges.addAll(place.table().of(connected, place.migration(), place.statement())));
        return ranges;
    }

    boolean isFree(WalkRange range) {
        return range.isFree(fence.number()) || (!range.isComplete() && isGone(range));
    }

    private boolean isGone(WalkRange range) {
        if (range.owner().startsWith(name)) {
            return false;
        }
        Sight now = new Sight(range.owner(), range.beat(), System.nanoTime());
        Sight sight = sights.compute(
                range.number(),
                (number, seen) ->
                        seen != null && seen.owner().equals(now.owner()) && seen.beat() == now.beat() ? seen : now);
        return now.since() - sight.since() > GONE.toNanos();
    }

    synchronized void report(WalkProgress before, WalkProgress after) {
        rows += after.rows() - before.rows();
        String position = after.position();
        if (position != null) {
            new WalkProgress(rows, 0, position, null).report(progress);
        }
    }

    boolean isStopped() {
        return isStopped;
    }

    Place place() {
        return place;
    }

    Walk walk() {
        return walk;
    }

    Fence fence() {
        return fence;
    }
}
