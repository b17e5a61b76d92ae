package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The history of a database, the migrations that are applied: reads it, and makes the statements that change it.
 *
 * <p>It never writes itself: rows are added and removed by statements that run in the migration's own transaction. A
 * database without the table has an empty history, and reading doesn't create the table.
 */
public final class Recorder {
    /** The name of the table. */
    public static final String TABLE = "kuaka_migrations";

    private static final String APPLIED = "applied";
    private static final String DURATION = "duration";
    private static final String VERSION = "version";
    private static final String RUN_BY = "run_by";
    private static final String HOW = "how";
    private static final String CHECKSUM = "checksum";
    private static final int WORD_LENGTH = 16;
    private static final int TEXT_LENGTH = 255;

    private final OwnTable table;

    /** Makes a recorder for databases of one kind; the connection finds the table by its search path. */
    public Recorder(Dialect dialect) {
        this(new OwnTables(dialect, null, Map.of()));
    }

    Recorder(OwnTables place) {
        table = new OwnTable(
                place,
                TABLE,
                List.of(
                        OwnTable.label(Journal.APP),
                        OwnTable.label(Journal.NAME),
                        OwnTable.column(APPLIED, ColumnType.of(ColumnType.Kind.TIMESTAMP_UTC)),
                        OwnTable.number(DURATION),
                        OwnTable.laterText(VERSION, TEXT_LENGTH),
                        OwnTable.laterText(RUN_BY, TEXT_LENGTH),
                        OwnTable.laterText(HOW, WORD_LENGTH),
                        OwnTable.laterText(CHECKSUM, Journal.CHECKSUM_LENGTH),
                        OwnTable.number(Journal.FENCE)),
                List.of(Journal.APP, Journal.NAME));
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the applied migrations, and when each was applied, in the zone of this JVM. */
    public SortedMap<MigrationKey, String> applied(Connection connection) throws SQLException {
        SortedMap<MigrationKey, String> applied = new TreeMap<>();
        table.forEach(
                connection,
                List.of(Journal.APP, Journal.NAME, APPLIED),
                row -> applied.put(
                        new MigrationKey(row.getString(1), row.getString(2)), String.valueOf(row.getTimestamp(3))));
        return applied;
    }

    /** Returns the statements that create the table. */
    public List<Statement> createTable() {
        return table.create();
    }

    OwnTable table() {
        return table;
    }

    /**
     * Returns the statements that add migrations to the history. They fail if the fence is no longer the run's own, or
     * if the history already has one of the migrations.
     *
     * @param checksums of the migrations' operations
     */
    public List<Sql> record(Collection<MigrationKey> keys, Signature signature, Map<MigrationKey, String> checksums) {
        return keys.stream()
                .map(key -> {
                    Map<String, String> values = new LinkedHashMap<>(is(key));
                    values.put(APPLIED, table.dialect().grammar().expression(Expression.now()));
                    values.put(VERSION, table.text(signature.version()));
                    values.put(RUN_BY, table.text(signature.runBy()));
                    values.put(HOW, table.text(signature.how().word()));
                    values.put(CHECKSUM, table.text(checksums.getOrDefault(key, "")));
                    values.put(Journal.FENCE, signature.fence());
                    return table.insert(values);
                })
                .toList();
    }

    /** Returns the statement that records how long a migration took. */
    public Sql took(MigrationKey key, Duration duration) {
        return Sql.rows(table.update(Map.of(DURATION, Long.toString(duration.toMillis())), is(key))
                .text());
    }

    /** Returns the statements that remove migrations from the history, each of which must be there. */
    public List<Sql> unrecord(Collection<MigrationKey> keys) {
        return keys.stream().map(key -> table.delete(is(key))).toList();
    }

    private Map<String, String> is(MigrationKey key) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Journal.APP, table.text(key.app()));
        values.put(Journal.NAME, table.text(key.name()));
        return values;
    }
}
