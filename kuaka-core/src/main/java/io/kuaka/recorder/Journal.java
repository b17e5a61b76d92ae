package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private static final int DIRECTION_LENGTH = 8;

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
                        OwnTable.number(FENCE)),
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
        boolean isOld = !present.contains(BEGUN);
        List<String> columns = List.of(APP, NAME, DIRECTION, DONE, CHECKSUM, BEGUN, FENCE);
        table.forEach(connection, isOld ? columns.subList(0, 5) : columns, row -> {
            MigrationKey key = new MigrationKey(row.getString(1), row.getString(2));
            int done = row.getInt(4);
            int begun = isOld ? done : Math.max(done, row.getInt(6));
            long fence = isOld ? 0 : row.getLong(7);
            entries.put(key, new JournalEntry(key, row.getString(3), done, begun, row.getString(5), fence));
        });
        return entries;
    }

    /** Returns the statement that inserts the row of a migration; it fails if the fence is no longer the run's own. */
    public Sql begin(JournalEntry entry, String fence) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(APP, table.text(entry.migration().app()));
        values.put(NAME, table.text(entry.migration().name()));
        values.put(DIRECTION, table.text(entry.direction()));
        values.putAll(progress(entry));
        values.put(FENCE, fence);
        return table.insert(values);
    }

    /** Returns the statement by which this run takes over the row of a run that has ended. */
    public Sql adopt(JournalEntry found, String fence) {
        return table.update(Map.of(FENCE, fence), is(found));
    }

    /** Returns the statement that changes the progress of a migration from {@code before} to {@code after}. */
    public Sql reach(JournalEntry before, JournalEntry after) {
        return table.update(progress(after), is(before));
    }

    /** Returns the statement that deletes the row of a migration. */
    public Sql end(JournalEntry entry) {
        return table.delete(is(entry));
    }

    private Map<String, String> progress(JournalEntry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DONE, Integer.toString(entry.done()));
        values.put(BEGUN, Integer.toString(entry.begun()));
        values.put(CHECKSUM, table.text(entry.checksum()));
        return values;
    }

    private Map<String, String> is(JournalEntry entry) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(APP, table.text(entry.migration().app()));
        conditions.put(NAME, table.text(entry.migration().name()));
        conditions.put(DONE, Integer.toString(entry.done()));
        conditions.put(FENCE, Long.toString(entry.fence()));
        return conditions;
    }
}
