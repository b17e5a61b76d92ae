package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and words the history of a database: which migrations it has.
 *
 * <p>It reads by itself, but never writes: rows are added and removed by statements that run in the migration's own
 * transaction. A database without the table has an empty history, and reading doesn't make the table.
 */
public final class Recorder {
    /** The name of the table. */
    public static final String TABLE = "kuaka_migrations";

    private final MetadataTable table;
    private final SqlGrammar grammar;

    /** Makes a recorder for databases of one kind. */
    public Recorder(Dialect dialect) {
        this.table = new MetadataTable(dialect, TABLE, Map.of("applied", ColumnType.of(ColumnType.Kind.TIMESTAMP_UTC)));
        this.grammar = dialect.grammar();
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the migrations that the database has, and when it got each, in the zone of this JVM. */
    public SortedMap<MigrationKey, String> applied(Connection connection) throws SQLException {
        SortedMap<MigrationKey, String> applied = new TreeMap<>();
        table.forEach(
                connection,
                row -> applied.put(
                        new MigrationKey(row.getString(1), row.getString(2)), String.valueOf(row.getTimestamp(3))));
        return applied;
    }

    /** Returns the statements that make the table. */
    public List<Statement> createTable() {
        return table.create();
    }

    /** Returns the statements that add migrations to the history. */
    public List<Sql> record(Collection<MigrationKey> keys) {
        String now = grammar.expression(Expression.now());
        return table.insert(keys.stream()
                .map(key -> List.of(grammar.text(key.app()), grammar.text(key.name()), now))
                .toList());
    }

    /** Returns the statements that take migrations out of the history. */
    public List<Sql> unrecord(Collection<MigrationKey> keys) {
        return keys.isEmpty() ? List.of() : List.of(table.delete(keys));
    }
}
