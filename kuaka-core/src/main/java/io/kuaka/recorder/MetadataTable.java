package io.kuaka.recorder;

import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.statement.PlannedStatement;
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
        String columns =
                Stream.concat(Stream.of("app", "name"), types.keySet().stream()).collect(Collectors.joining(", "));
        try {
            CatalogQuery.of("select " + columns + " from " + name).forEach(connection, consumer);
        } catch (SQLException e) {
            if (isIn(connection)) {
                throw e;
            }
        }
    }

    /** Returns the statements that make the table. */
    List<Statement> create() {
        SchemaEditor editor = dialect.editor();
        editor.begin(0, new OperationContext("kuaka", ProjectState.empty(), ProjectState.empty()));
        Stream<Column> key = Stream.of("app", "name").map(each -> column(each, ColumnType.varchar(LABEL_LENGTH)));
        Stream<Column> others = types.entrySet().stream().map(each -> column(each.getKey(), each.getValue()));
        editor.createTable(new Table(
                new TableName(null, name),
                Stream.concat(key, others).toList(),
                List.of("app", "name"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
        return editor.finish().stream().map(PlannedStatement::statement).toList();
    }

    /** Returns the condition that the row of a migration meets. */
    String is(MigrationKey key) {
        SqlGrammar grammar = dialect.grammar();
        return "app = " + grammar.text(key.app()) + " and name = " + grammar.text(key.name());
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, false, false, null, null, null, null);
    }
}
