package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
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
 * Reads and words how far migrations got that aren't one transaction.
 *
 * <p>A row is there from before the first statement until the migration's end is recorded. It never writes by itself. A
 * database without the table has no unfinished migrations.
 */
public final class Journal {
    /** The name of the table. */
    public static final String TABLE = "kuaka_journal";

    private static final String DONE = "done";
    private static final String CHECKSUM = "checksum";
    private static final int CHECKSUM_LENGTH = 64;
    private static final int DIRECTION_LENGTH = 8;

    private final MetadataTable table;

    /** Makes a journal for databases of one kind. */
    public Journal(Dialect dialect) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("direction", ColumnType.varchar(DIRECTION_LENGTH));
        columns.put(DONE, ColumnType.of(ColumnType.Kind.INTEGER));
        columns.put(CHECKSUM, ColumnType.varchar(CHECKSUM_LENGTH));
        table = new MetadataTable(dialect, TABLE, columns);
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the statements that make the table. */
    public List<Statement> createTable() {
        return table.create();
    }

    /** Returns the migrations that were begun and not ended. */
    public SortedMap<MigrationKey, JournalEntry> unfinished(Connection connection) throws SQLException {
        SortedMap<MigrationKey, JournalEntry> entries = new TreeMap<>();
        // Mostly it isn't there: a question that fails would stand in the server's log each time.
        if (!hasTable(connection)) {
            return entries;
        }
        table.forEach(connection, row -> {
            MigrationKey key = new MigrationKey(row.getString(1), row.getString(2));
            entries.put(key, new JournalEntry(key, row.getString(3), row.getInt(4), row.getString(5)));
        });
        return entries;
    }

    /** Returns the statement that opens the row of a migration. */
    public Sql begin(JournalEntry entry) {
        MigrationKey key = entry.migration();
        return table.insert(List.of(List.of(
                        text(key.app()),
                        text(key.name()),
                        text(entry.direction()),
                        Integer.toString(entry.done()),
                        text(entry.checksum()))))
                .get(0);
    }

    /** Returns the statement that says how far a migration got. */
    public Sql reach(JournalEntry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DONE, Integer.toString(entry.done()));
        values.put(CHECKSUM, text(entry.checksum()));
        return table.update(entry.migration(), values);
    }

    /** Returns the statement that closes the row of a migration. */
    public Sql end(MigrationKey migration) {
        return table.delete(Set.of(migration));
    }

    private String text(String value) {
        return table.dialect().grammar().text(value);
    }
}
