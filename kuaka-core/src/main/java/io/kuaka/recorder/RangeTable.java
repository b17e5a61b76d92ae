package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.statement.WalkProgress;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of walks that several workers share: reads them, and makes the statements that change them.
 *
 * <p>Each change of a range names its former owner and beat, and must find them: of two workers that want the same range,
 * the database lets one have it. The table is made by the first run that needs it; rows exist only while such a walk is
 * unfinished.
 */
public final class RangeTable {
    private static final String STATEMENT = "statement";
    private static final String NUMBER = "range_no";
    private static final String WALKED = "walked";
    private static final String CHANGED = "changed";
    private static final String LAST_KEY = "last_key";
    private static final String GOAL_KEY = "goal_key";
    private static final String COMPLETE = "complete";
    private static final String OWNER = "owner";
    private static final String FENCE = "fence";
    private static final String BEAT = "beat";
    private static final int OWNER_LENGTH = 255;

    private final OwnTable table;

    RangeTable(OwnTables place) {
        table = new OwnTable(
                place,
                place.names().ranges(),
                List.of(
                        OwnTable.label(Journal.APP),
                        OwnTable.label(Journal.NAME),
                        OwnTable.number(STATEMENT),
                        OwnTable.number(NUMBER),
                        OwnTable.number(WALKED),
                        OwnTable.number(CHANGED),
                        OwnTable.laterText(LAST_KEY),
                        OwnTable.laterText(GOAL_KEY),
                        OwnTable.number(COMPLETE),
                        OwnTable.column(OWNER, ColumnType.varchar(OWNER_LENGTH)),
                        OwnTable.number(FENCE),
                        OwnTable.number(BEAT)),
                List.of(Journal.APP, Journal.NAME, NUMBER));
    }

    /** Returns the kind of database. */
    public Dialect dialect() {
        return table.dialect();
    }

    /** Returns whether the database had the table when our tables were looked for. */
    public boolean wasFound() {
        return table.place().columns().containsKey(table.name());
    }

    /** Returns whether the database has the table now. */
    public boolean isThere(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the statements that create the table, or what one of an older release lacks. */
    public List<Statement> completion() {
        return table.completion();
    }

    /** Returns all ranges, in their order; none if there is no table. */
    public List<WalkRange> all(Connection connection) throws SQLException {
        List<WalkRange> ranges = new ArrayList<>();
        table.forEach(
                connection,
                table.columns().stream().map(Column::name).toList(),
                row -> ranges.add(new WalkRange(
                        new MigrationKey(row.getString(1), row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        new WalkProgress(row.getLong(5), row.getLong(6), row.getString(7), row.getString(8)),
                        row.getInt(9) == 1,
                        row.getString(10),
                        row.getLong(11),
                        row.getLong(12))));
        ranges.sort(Comparator.comparingInt(WalkRange::number));
        return ranges;
    }

    /** Returns the ranges of a migration's statement. */
    public List<WalkRange> of(Connection connection, MigrationKey migration, int statement) throws SQLException {
        return all(connection).stream()
                .filter(range -> range.migration().equals(migration) && range.statement() == statement)
                .toList();
    }

    /** Returns the statement that inserts a range. */
    public Sql add(WalkRange range) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Journal.APP, table.text(range.migration().app()));
        values.put(Journal.NAME, table.text(range.migration().name()));
        values.put(STATEMENT, Integer.toString(range.statement()));
        values.put(NUMBER, Integer.toString(range.number()));
        values.putAll(progress(range));
        values.put(GOAL_KEY, orNull(range.progress().goal()));
        values.put(OWNER, table.text(range.owner()));
        values.put(FENCE, Long.toString(range.fence()));
        values.put(BEAT, Long.toString(range.beat()));
        return table.insert(values);
    }

    /** Returns the statement that removes all ranges of a migration. */
    public Sql clear(MigrationKey migration) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(Journal.APP, table.text(migration.app()));
        conditions.put(Journal.NAME, table.text(migration.name()));
        return Sql.rows(table.delete(conditions).text());
    }

    /**
     * Returns the statement by which a worker claims a range, from {@code seen} to {@code mine}. It finds no row if {@code
     * fence} no longer yields the fence of the run.
     */
    public Sql claim(WalkRange seen, WalkRange mine, Fence fence) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(OWNER, table.text(mine.owner()));
        values.put(FENCE, Long.toString(mine.fence()));
        values.put(BEAT, Long.toString(mine.beat()));
        return table.updateWhile(fence.holds(), values, is(seen));
    }

    /** Returns the statement that locks a range until the transaction ends. */
    public Sql hold(WalkRange mine) {
        return table.update(Map.of(BEAT, Long.toString(mine.held().beat())), is(mine));
    }

    /** Returns the statement that changes the progress of a range that is held. */
    public Sql reach(WalkRange held, WalkRange after) {
        return table.update(progress(after), is(held));
    }

    private Map<String, String> progress(WalkRange range) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(WALKED, Long.toString(range.progress().rows()));
        values.put(CHANGED, Long.toString(range.progress().changed()));
        values.put(LAST_KEY, orNull(range.progress().position()));
        values.put(COMPLETE, range.isComplete() ? "1" : "0");
        return values;
    }

    private String orNull(@Nullable String value) {
        return value == null ? "null" : table.text(value);
    }

    private Map<String, String> is(WalkRange range) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(Journal.APP, table.text(range.migration().app()));
        conditions.put(Journal.NAME, table.text(range.migration().name()));
        conditions.put(STATEMENT, Integer.toString(range.statement()));
        conditions.put(NUMBER, Integer.toString(range.number()));
        conditions.put(OWNER, table.text(range.owner()));
        conditions.put(FENCE, Long.toString(range.fence()));
        conditions.put(BEAT, Long.toString(range.beat()));
        return conditions;
    }
}
