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

    private static final int CHECKSUM_LENGTH = 64;
    private static final int DIRECTION_LENGTH = 8;

    private final MetadataTable table;

    /** Makes a journal for databases of one kind. */
    public Journal(Dialect dialect) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("direction", ColumnType.varchar(DIRECTION_LENGTH));
        columns.put("done", ColumnType.of(ColumnType.Kind.INTEGER));
        columns.put("checksum", ColumnType.varchar(CHECKSUM_LENGTH));
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
        return Sql.of("insert into " + TABLE + " (app, name, direction, done, checksum) values ("
                + text(entry.migration().app()) + ", " + text(entry.migration().name()) + ", "
                + text(entry.direction()) + ", " + entry.done() + ", " + text(entry.checksum()) + ")");
    }

    /** Returns the statement that says how far a migration got. */
    public Sql reach(JournalEntry entry) {
        return Sql.of("update " + TABLE + " set done = " + entry.done() + ", checksum = " + text(entry.checksum())
                + " where " + table.is(entry.migration()));
    }

    /** Returns the statement that closes the row of a migration. */
    public Sql end(MigrationKey migration) {
        return Sql.of("delete from " + TABLE + " where " + table.is(migration));
    }

    private String text(String value) {
        return table.dialect().grammar().text(value);
    }
}
