package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.state.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The single row that says which run may change the database: reads it, and makes the statements that change it.
 *
 * <p>Each change names the row's former values, and must find them. So it needs no lock that outlives a statement,
 * which poolers and clusters don't keep.
 */
public final class LeaseTable {
    private static final String ID = "id";
    private static final String OWNER = "owner";
    private static final String RUN_BY = "run_by";
    private static final String SESSION = "session_id";
    private static final String SINCE = "since";
    private static final String DOING = "doing";
    private static final String LIMIT = "limit_millis";
    private static final String BEAT = "beat";
    private static final String FENCE = "fence";
    private static final int TEXT_LENGTH = 255;

    private final OwnTable table;

    private final Dialect dialect;

    LeaseTable(OwnTables place) {
        dialect = place.dialect();
        table = new OwnTable(
                place,
                place.names().lease(),
                List.of(
                        OwnTable.column(ID, ColumnType.of(ColumnType.Kind.INTEGER)),
                        OwnTable.column(OWNER, ColumnType.varchar(TEXT_LENGTH)),
                        OwnTable.column(RUN_BY, ColumnType.varchar(TEXT_LENGTH)),
                        OwnTable.column(SESSION, ColumnType.varchar(TEXT_LENGTH)),
                        OwnTable.column(SINCE, ColumnType.of(ColumnType.Kind.TIMESTAMP_UTC)),
                        OwnTable.column(DOING, ColumnType.varchar(TEXT_LENGTH)),
                        OwnTable.number(LIMIT),
                        OwnTable.number(BEAT),
                        OwnTable.number(FENCE)),
                List.of(ID));
    }

    /** Returns the kind of database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        return table.isIn(connection);
    }

    /** Returns the statements that create the table, which needs its row afterwards. */
    public List<Statement> createTable() {
        return table.create();
    }

    /** Returns the statement that inserts the row, held by nobody. */
    public Sql createRow() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ID, "1");
        values.putAll(values(LeaseRow.free(0)));
        return table.insert(values);
    }

    /** Returns the row; empty if it doesn't exist yet. */
    public Optional<LeaseRow> read(Connection connection) throws SQLException {
        List<LeaseRow> rows = new ArrayList<>();
        table.forEach(
                connection,
                List.of(OWNER, RUN_BY, SESSION, SINCE, DOING, LIMIT, BEAT, FENCE),
                row -> rows.add(new LeaseRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        String.valueOf(row.getTimestamp(4)),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8))));
        return rows.stream().findFirst();
    }

    /** Returns the statement that changes the row from {@code seen} to {@code next}, from now on. */
    public Sql change(LeaseRow seen, LeaseRow next) {
        Map<String, String> conditions = isMine(seen);
        conditions.put(BEAT, Long.toString(seen.beat()));
        return table.update(values(next), conditions);
    }

    /** Returns the statement that shows that the owner is alive, and what it is doing. */
    public Sql beat(LeaseRow mine, String doing, long limitMillis) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(BEAT, grammar().identifier(BEAT) + " + 1");
        values.put(DOING, table.text(doing));
        values.put(LIMIT, Long.toString(limitMillis));
        return table.update(values, isMine(mine));
    }

    /** Returns the statement that releases the lease. */
    public Sql release(LeaseRow mine) {
        Map<String, String> values = values(LeaseRow.free(mine.fence()));
        values.remove(BEAT);
        return table.update(values, isMine(mine));
    }

    /** Returns the fence of a run that holds the lease by a row. */
    public Fence fence(LeaseRow mine) {
        String sql = "(select " + grammar().identifier(FENCE) + " from " + table.sqlName() + " where "
                + grammar().identifier(OWNER) + " = " + table.text(mine.owner()) + " and "
                + grammar().identifier(FENCE) + " = " + mine.fence() + ")";
        return new Fence(mine.fence(), sql);
    }

    private Map<String, String> isMine(LeaseRow mine) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(ID, "1");
        conditions.put(OWNER, table.text(mine.owner()));
        conditions.put(FENCE, Long.toString(mine.fence()));
        return conditions;
    }

    private Map<String, String> values(LeaseRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(OWNER, table.text(row.owner()));
        values.put(RUN_BY, table.text(row.runBy()));
        values.put(SESSION, table.text(row.session()));
        values.put(SINCE, grammar().expression(Expression.now()));
        values.put(DOING, table.text(row.doing()));
        values.put(LIMIT, Long.toString(row.limitMillis()));
        values.put(BEAT, Long.toString(row.beat()));
        values.put(FENCE, Long.toString(row.fence()));
        return values;
    }

    private SqlGrammar grammar() {
        return dialect.grammar();
    }
}
