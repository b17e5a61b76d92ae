package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
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
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that Kuaka keeps for itself, one row for each migration at the most.
 *
 * @param types the types of the columns that follow the migration's app and name
 */
record MetadataTable(Dialect dialect, String name, Map<String, ColumnType> types) {
    private static final int LABEL_LENGTH = 255;
    private static final String APP = "app";
    private static final String NAME = "name";
    private static final List<String> KEY = List.of(APP, NAME);

    /** Returns whether the database has the table. */
    boolean isIn(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String stored = metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        String pattern = stored.replace("_", metadata.getSearchStringEscape() + "_");
        try (ResultSet tables =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /**
     * Hands over each row: app, name, and the other columns in their order. A database without the table has none.
     *
     * <p>Mostly the table is there, so that one question is enough. Within a transaction, which an error may end, it is
     * looked for first.
     */
    void forEach(Connection connection, CatalogQuery.RowConsumer consumer) throws SQLException {
        if (!connection.getAutoCommit() && !isIn(connection)) {
            return;
        }
        SqlGrammar grammar = dialect.grammar();
        List<String> terms = columns().stream().map(grammar::identifier).toList();
        try {
            CatalogQuery.of(grammar.select(Select.of(tableName(), terms))).forEach(connection, consumer);
        } catch (SQLException e) {
            if (isIn(connection)) {
                throw e;
            }
        }
    }

    /** Returns the statements that make the table. */
    List<Statement> create() {
        SchemaEditor editor = dialect.editor();
        editor.begin(0, new OperationContext(dialect, "kuaka", ProjectState.empty(), ProjectState.empty()));
        Stream<Column> key = KEY.stream().map(each -> column(each, ColumnType.varchar(LABEL_LENGTH)));
        Stream<Column> others = types.entrySet().stream().map(each -> column(each.getKey(), each.getValue()));
        editor.createTable(new Table(
                tableName(),
                Stream.concat(key, others).toList(),
                KEY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
        return editor.finish().stream().map(PlannedStatement::statement).toList();
    }

    /** Returns the statements that add rows, each with the values of all columns as SQL. */
    List<Sql> insert(List<List<String>> rows) {
        return dialect.grammar().insertRows(tableName(), columns(), rows).stream()
                .map(Sql::rows)
                .toList();
    }

    /** Returns the statement that changes the row of a migration, the new values of columns being SQL. */
    Sql update(MigrationKey key, Map<String, String> values) {
        List<String> assignments = values.entrySet().stream()
                .map(each -> equal(each.getKey(), each.getValue()))
                .toList();
        return Sql.rows(dialect.grammar().update(tableName(), assignments, is(key)));
    }

    /** Returns the statement that deletes the rows of migrations. */
    Sql delete(Collection<MigrationKey> keys) {
        String rows = keys.stream().map(this::is).collect(Collectors.joining(" or "));
        return Sql.rows(dialect.grammar().delete(tableName(), rows));
    }

    private String is(MigrationKey key) {
        SqlGrammar grammar = dialect.grammar();
        return equal(APP, grammar.text(key.app())) + " and " + equal(NAME, grammar.text(key.name()));
    }

    private String equal(String column, String value) {
        return dialect.grammar().identifier(column) + " = " + value;
    }

    private TableName tableName() {
        return new TableName(null, name);
    }

    private List<String> columns() {
        return Stream.concat(KEY.stream(), types.keySet().stream()).toList();
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, false, false, null, null, null, null);
    }
}
