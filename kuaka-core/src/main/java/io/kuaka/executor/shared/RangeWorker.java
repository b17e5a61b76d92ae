package io.kuaka.executor.shared;

import io.kuaka.executor.shared.SharedWalk.Place;
import io.kuaka.executor.shared.SharedWalk.Runner;
import io.kuaka.recorder.RangeTable;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlFailedException;
import io.kuaka.schema.statement.Walk.Batch;
import io.kuaka.schema.statement.Walk.Batches;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Works on ranges, one after the other, on a connection of its own.
 *
 * <p>A batch and the position after it are one transaction, which begins with a change of the range's row that must find
 * the row as this worker left it. Whoever has claimed the range meanwhile has changed it, so no batch runs twice.
 */
final class RangeWorker {
    private final SharedWalk work;
    private final RangeTable table;
    private final Connection connection;
    private final Runner runner;
    private final String name;

    RangeWorker(SharedWalk work, Connection connection, Runner runner, String name) {
        this.work = work;
        this.table = work.place().table();
        this.connection = connection;
        this.runner = runner;
        this.name = name;
    }

    /** Works until no range is free; {@code beforeEach} is called before each batch, outside of transactions. */
    void run(Runnable beforeEach) {
        AtomicReference<@Nullable Batches> batches = new AtomicReference<>();
        runner.run(connection, (connected, progress) -> batches.set(work.walk().on(connected)));
        Optional<WalkRange> range = claim();
        while (range.isPresent() && !work.isStopped()) {
            complete(range.get(), Objects.requireNonNull(batches.get()), beforeEach);
            range = claim();
        }
    }

    private Optional<WalkRange> claim() {
        for (WalkRange seen : ranges()) {
            WalkRange mine = seen.claimed(name, work.fence().number());
            if (work.isFree(seen) && isClaimed(seen, mine)) {
                return Optional.of(mine);
            }
        }
        return Optional.empty();
    }

    private List<WalkRange> ranges() {
        Place place = work.place();
        List<WalkRange> ranges = new ArrayList<>();
        transaction()
                .despiteConflicts(() -> runner.run(connection, (connected, progress) -> {
                    ranges.clear();
                    ranges.addAll(table.of(connected, place.migration(), place.statement()));
                }));
        return ranges;
    }

    /** A range whose row is locked is being worked on, however long its batch takes: others may be free. */
    private boolean isClaimed(WalkRange seen, WalkRange mine) {
        AtomicBoolean isMine = new AtomicBoolean();
        try {
            transaction()
                    .despiteConflicts(() -> runner.run(
                            connection,
                            (connected, progress) -> isMine.set(isChanged(table.claim(seen, mine, work.fence())))));
        } catch (SqlFailedException e) {
            if (!transaction().isPassing(e)) {
                throw e;
            }
        }
        return isMine.get();
    }

    private void complete(WalkRange claimed, Batches batches, Runnable beforeEach) {
        Optional<WalkRange> range = Optional.of(claimed);
        while (range.isPresent() && !range.get().isComplete() && !work.isStopped()) {
            beforeEach.run();
            WalkRange before = range.get();
            long begin = System.nanoTime();
            range = batch(before, batches);
            range.ifPresent(after -> work.report(before.progress(), after.progress()));
            if (range.isPresent() && !range.get().isComplete()) {
                runner.run(
                        connection,
                        (connected, progress) ->
                                batches.rest(Duration.ofNanos(System.nanoTime() - begin), work::isStopped));
            }
        }
    }

    /** Returns the range after a batch; empty if another worker has it now. */
    private Optional<WalkRange> batch(WalkRange range, Batches batches) {
        AtomicReference<@Nullable WalkRange> reached = new AtomicReference<>();
        transaction().despiteConflicts(() -> transaction()
                .run(() -> runner.run(connection, (connected, progress) -> {
                    reached.set(null);
                    if (!isChanged(table.hold(range))) {
                        return;
                    }
                    WalkRange held = range.held();
                    Batch batch =
                            batches.next(range.progress(), range.progress().goal());
                    WalkRange after = held.reached(batch.progress(), batch.isLast());
                    if (!isChanged(table.reach(held, after))) {
                        throw new SQLException(
                                "The row of range " + range.number() + " was changed while it was locked.");
                    }
                    reached.set(after);
                })));
        return Optional.ofNullable(reached.get());
    }

    private boolean isChanged(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql.text()) == 1;
        }
    }

    private Transaction transaction() {
        return new Transaction(table.dialect(), connection);
    }
}
