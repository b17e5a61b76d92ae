package io.kuaka.executor;

import io.kuaka.executor.shared.SharedWalk;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.JournalEntry;
import io.kuaka.recorder.OwnTables;
import io.kuaka.recorder.RangeTable;
import io.kuaka.recorder.WalkRange;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Walk;
import io.kuaka.schema.statement.WalkProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ranges of one migration's walks. */
final class StepRanges {
    private final Dialect dialect;
    private final RangeTable table;
    private final Connection connection;
    private final MigrationKey migration;
    private final MigrationScript script;

    StepRanges(OwnTables place, Connection connection, MigrationKey migration, MigrationScript script) {
        this.dialect = place.dialect();
        this.table = place.ranges();
        this.connection = connection;
        this.migration = migration;
        this.script = script;
    }

    /** Returns the walk that a statement is; empty if it is another one. */
    static Optional<Walk> walk(PlannedStatement planned) {
        return planned.statement().match(sql -> Optional.empty(), call -> Optional.ofNullable(call.walk()));
    }

    /** Returns where the ranges of a statement are. */
    SharedWalk.Place place(int statement) {
        return new SharedWalk.Place(table, migration, statement);
    }

    /** Returns how far a walk is that was begun in ranges; if they can't be asked, how far it was before. */
    WalkProgress sum(JournalEntry begun) {
        try {
            return WalkRange.sum(begun.walk(), table.of(connection, migration, begun.done()));
        } catch (SQLException e) {
            return begun.walk();
        }
    }

    /** Returns whether a statement was divided into ranges. */
    boolean areDivided(int statement, PlannedStatement planned) {
        List<WalkRange> found = new ArrayList<>();
        JdbcSink.runnerOf(dialect, planned)
                .run(
                        connection,
                        (connected, rows) -> found.addAll(
                                table.isThere(connected) ? table.of(connected, migration, statement) : List.of()));
        return !found.isEmpty();
    }

    /** Returns the statement that removes the ranges. */
    Sql clear() {
        return table.clear(migration);
    }

    /** Returns the same if the migration may have any. */
    List<Sql> left() {
        Optional<PlannedStatement> walk = script.statements().stream()
                .filter(planned -> walk(planned).isPresent())
                .findFirst();
        return walk.isPresent() && isThere(walk.get()) ? List.of(clear()) : List.of();
    }

    private boolean isThere(PlannedStatement planned) {
        AtomicBoolean isThere = new AtomicBoolean();
        JdbcSink.runnerOf(dialect, planned).run(connection, (connected, rows) -> isThere.set(table.isThere(connected)));
        return isThere.get();
    }
}
