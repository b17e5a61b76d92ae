package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The progress of migrations that aren't one transaction: reads it, and makes the statements that change it.
 *
 * <p>A row exists from before the first statement until the migration's end is recorded. Each change of it names the
 * row's former values and its owner, and must find them. A database without the table has no unfinished migrations.
 */
public final class Journal {
    static final String APP = "app";
    static final String NAME = "name";
    static final String FENCE = "fence";
    static final int CHECKSUM_LENGTH = 64;

    private static final String DIRECTION = "direction";
    private static final String DONE = "done";
    private static final String BEGUN = "begun";
    private static final String CHECKSUM = "checksum";
    private static final String WALKED = "walked";
    private static final String CHANGED = "changed";
    private static final String LAST_KEY = "last_key";
    private static final String GOAL_KEY = "goal_key";
    private static final int DIRECTION_LENGTH = 8;
    private static final List<String> OF_WALK = List.of(WALKED, CHANGED, LAST_KEY, GOAL_KEY);

    private final OwnTable table;

    Journal(OwnTables place) {
        table = new OwnTable(
                place,
                place.names().journal(),
                List.of(
                        OwnTable.label(APP),
                        OwnTable.label(NAME),
                        OwnTable.column(DIRECTION, ColumnType.varchar(DIRECTION_LENGTH)),
                        OwnTable.column(DONE, ColumnType.of(ColumnType.Kind.INTEGER)),
                        OwnTable.column(CHECKSUM, ColumnType.varchar(CHECKSUM_LENGTH)),
                        OwnTable.number(BEGUN),
                        OwnTable.number(FENCE),
                        OwnTable.number(WALKED),
                        OwnTable.number(CHANGED),
                        OwnTable.laterText(LAST_KEY),
                        OwnTable.laterText(GOAL_KEY)),
                List.of(APP, NAME));
    }

    OwnTable table() {
        return table;
    }

    /** Returns the migrations that were begun and not ended. */
    public SortedMap<MigrationKey, JournalEntry> unfinished(Connection connection) throws SQLException {
        SortedMap<MigrationKey, JournalEntry> entries = new TreeMap<>();
        Set<String> present = table.place().columns().get(table.name());
        if (present == null) {
            return entries;
        }
        List<String> columns = new ArrayList<>(List.of(APP, NAME, DIRECTION, DONE, CHECKSUM));
        boolean isOld = !present.contains(BEGUN);
        boolean hasWalks = present.containsAll(OF_WALK);
        columns.addAll(isOld ? List.of() : List.of(BEGUN, FENCE));
        columns.addAll(hasWalks ? OF_WALK : List.of());
        table.forEach(connection, columns, row -> {
            MigrationKey key = new MigrationKey(row.getString(1), row.getString(2));
            int done = row.getInt(4);
            int begun = isOld ? done : Math.max(done, row.getInt(6));
            long fence = isOld ? 0 : row.getLong(7);
            WalkProgress walk = hasWalks
                    ? new WalkProgress(row.getLong(8), row.getLong(9), row.getString(10), row.getString(11))
                    : WalkProgress.NONE;
            entries.put(key, new JournalEntry(key, row.getString(3), done, begun, row.getString(5), fence, walk));
        });
        return entries;
    }

    /** Returns the statement that inserts the row of a migration; it fails once the run has lost the lease. */
    public Sql begin(JournalEntry entry, Fence fence) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(APP, table.text(entry.migration().app()));
        values.put(NAME, table.text(entry.migration().name()));
        values.put(DIRECTION, table.text(entry.direction()));
        values.putAll(progress(entry));
        values.put(FENCE, fence.sql());
        return table.insert(values);
    }

    /** Returns the statement by which this run takes over the row of a run that has ended. */
    public Sql adopt(JournalEntry found, Fence fence) {
        return table.updateWhile(fence.holds(), Map.of(FENCE, Long.toString(fence.number())), is(found));
    }

    /** Returns the statement that locks the row of this run until the transaction ends, and changes nothing. */
    public Sql hold(JournalEntry own) {
        return table.update(Map.of(FENCE, Long.toString(own.fence())), is(own));
    }

    /** Returns the statement that changes the progress of a migration from {@code before} to {@code after}. */
    public Sql reach(JournalEntry before, JournalEntry after) {
        return table.update(progress(after), is(before));
    }

    /** Returns the statement that deletes the row of this run's migration. */
    public Sql end(JournalEntry own) {
        return table.delete(is(own));
    }

    /** Returns the statement that deletes the row of a run that has ended, as long as this run holds the lease. */
    public Sql discard(JournalEntry found, Fence fence) {
        return table.deleteWhile(fence.holds(), is(found));
    }

    private Map<String, String> progress(JournalEntry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DONE, Integer.toString(entry.done()));
        values.put(BEGUN, Integer.toString(entry.begun()));
        values.put(CHECKSUM, table.text(entry.checksum()));
        values.put(WALKED, Long.toString(entry.walk().rows()));
        values.put(CHANGED, Long.toString(entry.walk().changed()));
        values.put(LAST_KEY, orNull(entry.walk().position()));
        values.put(GOAL_KEY, orNull(entry.walk().goal()));
        return values;
    }

    private String orNull(@Nullable String value) {
        return value == null ? "null" : table.text(value);
    }

    private Map<String, String> is(JournalEntry entry) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(APP, table.text(entry.migration().app()));
        conditions.put(NAME, table.text(entry.migration().name()));
        conditions.put(DONE, Integer.toString(entry.done()));
        conditions.put(WALKED, Long.toString(entry.walk().rows()));
        conditions.put(FENCE, Long.toString(entry.fence()));
        return conditions;
    }
}
