package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of Kuaka's own tables. It makes statements and reads the database, but changes nothing.
 *
 * @param key the columns that identify its rows
 */
record OwnTable(OwnTables place, String name, List<Column> columns, List<String> key) {
    private static final int LABEL_LENGTH = 255;

    OwnTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    Dialect dialect() {
        return place.dialect();
    }

    private TableName table() {
        return place.name(name);
    }

    private Table definition() {
        return new Table(table(), columns, key, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** Returns whether the database has the table. */
    boolean isIn(Connection connection) throws SQLException {
        return place.has(connection, name);
    }

    /**
     * Passes the given columns of each row on. A database without the table has no rows.
     *
     * <p>Usually the table was found when Kuaka's tables were looked for, so one query is enough. One that wasn't may have
     * been made since, so it is looked for first: a query that fails ends a transaction, and databases log it. H2 makes a
     * file of its own for that.
     */
    void forEach(Connection connection, List<String> wanted, CatalogQuery.RowConsumer consumer) throws SQLException {
        boolean wasFound = place.columns().containsKey(name);
        if (!(wasFound && connection.getAutoCommit()) && !isIn(connection)) {
            return;
        }
        SqlGrammar grammar = dialect().grammar();
        List<String> terms = wanted.stream().map(grammar::identifier).toList();
        CatalogQuery query = CatalogQuery.of(grammar.select(Select.of(table(), terms)));
        try {
            query.forEach(connection, consumer);
        } catch (SQLException e) {
            // Another run may have created it just now: a second query tells that from any other failure.
            if (isIn(connection)) {
                query.forEach(connection, consumer);
            }
        }
    }

    /** Returns the statements that create the table. */
    List<Statement> create() {
        SchemaEditor editor = dialect().editor();
        editor.begin(0, new OperationContext(dialect(), "kuaka", ProjectState.empty(), ProjectState.empty()));
        editor.createTable(definition());
        return editor.finish().stream().map(PlannedStatement::statement).toList();
    }

    /** Returns the statements that create the table, or what a table of an older release lacks. */
    List<Statement> completion() {
        Set<String> present = place.columns().get(name);
        if (present == null) {
            return create();
        }
        SqlGrammar grammar = dialect().grammar();
        return columns.stream()
                .filter(column -> !present.contains(column.name()))
                .<Statement>map(column -> grammar.alterTable(table(), List.of(grammar.addColumn(table(), column))))
                .toList();
    }

    /** Returns the statement that inserts a row, each value being SQL. */
    Sql insert(Map<String, String> values) {
        return Sql.rows(
                dialect().grammar().insert(definition(), List.copyOf(values.keySet()), List.copyOf(values.values())));
    }

    /** Returns the statement that changes the one row for which {@code conditions} hold, all values being SQL. */
    Sql update(Map<String, String> values, Map<String, String> conditions) {
        return Sql.claim(dialect().grammar().update(table(), assignments(values), all(conditions)));
    }

    /** Returns the statement that changes all rows for which one of several groups of conditions holds. */
    Sql updateAny(Map<String, String> values, List<Map<String, String>> conditions) {
        String any = conditions.stream().map(this::all).collect(Collectors.joining(" or "));
        return Sql.rows(dialect().grammar().update(table(), assignments(values), any));
    }

    /** Returns the statement that changes that row as long as another condition holds, too. */
    Sql updateWhile(String condition, Map<String, String> values, Map<String, String> conditions) {
        return Sql.claim(
                dialect().grammar().update(table(), assignments(values), all(conditions) + " and " + condition));
    }

    /** Returns the statement that deletes the one row for which {@code conditions} hold, all values being SQL. */
    Sql delete(Map<String, String> conditions) {
        return Sql.claim(dialect().grammar().delete(table(), all(conditions)));
    }

    /** Returns the statement that deletes that row as long as another condition holds, too. */
    Sql deleteWhile(String condition, Map<String, String> conditions) {
        return Sql.claim(dialect().grammar().delete(table(), all(conditions) + " and " + condition));
    }

    /** Returns the table's name as statements have it. */
    String sqlName() {
        return dialect().grammar().name(table());
    }

    String text(String value) {
        return dialect().grammar().text(value);
    }

    private List<String> assignments(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> equal(each.getKey(), each.getValue()))
                .toList();
    }

    /** Returns that all conditions hold, as SQL. */
    String all(Map<String, String> conditions) {
        return String.join(
                " and ",
                conditions.entrySet().stream()
                        .map(each -> equal(each.getKey(), each.getValue()))
                        .toList());
    }

    private String equal(String column, String value) {
        return dialect().grammar().identifier(column) + " = " + value;
    }

    /** A name that identifies rows. */
    static Column label(String name) {
        return column(name, ColumnType.varchar(LABEL_LENGTH));
    }

    static Column column(String name, ColumnType type) {
        return new Column(name, type, false, false, false, null, null, null, null);
    }

    /** A number that rows of an older release lack. */
    static Column number(String name) {
        return column(name, ColumnType.of(ColumnType.Kind.BIGINT)).withDefault(Expression.value(0L));
    }

    /** A text of any length that rows of an older release lack. */
    static Column laterText(String name) {
        return column(name, ColumnType.of(ColumnType.Kind.TEXT)).withNullable(true);
    }

    /** A text that rows of an older release lack. */
    static Column laterText(String name, int length) {
        return column(name, ColumnType.varchar(length)).withNullable(true);
    }
}
