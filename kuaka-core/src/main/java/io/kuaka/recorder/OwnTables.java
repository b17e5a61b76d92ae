package io.kuaka.recorder;

import io.kuaka.schema.Dialect;
import io.kuaka.schema.statement.Statement;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kuaka's own tables, as they were found: all in one schema, that of the history.
 *
 * @param schema the schema; null for the one in which the connection creates tables
 * @param columns the columns by table, without tables that don't exist
 */
public record OwnTables(Dialect dialect, @Nullable String schema, Map<String, Set<String>> columns) {
    /** Their names. */
    public static final List<String> NAMES = List.of(Recorder.TABLE, Journal.TABLE, LeaseTable.TABLE);

    private static final String ANY_OF_THEM = "kuaka_%";
    private static final Set<String> TABLE_TYPES = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");

    /**
     * Finds them. A connection may search several schemas: if a later one has the history, none is started in the
     * first.
     *
     * @throws OccupiedNameException if something else has the name of one of them
     */
    public static OwnTables of(Dialect dialect, Connection connection) throws SQLException {
        List<String> searched = dialect.searchedSchemas(connection);
        Set<String> schemas = schemas(connection, searched);
        String found = searched.stream().filter(schemas::contains).findFirst().orElse(null);
        boolean isFirst = found == null || found.equals(searched.get(0));
        Map<String, Set<String>> columns = Map.of();
        if (!schemas.isEmpty()) {
            columns = columns(connection, found == null && !searched.isEmpty() ? searched.get(0) : found);
        }
        return new OwnTables(dialect, isFirst ? null : found, columns);
    }

    /** Returns the history. */
    public Recorder history() {
        return new Recorder(this);
    }

    /** Returns the journal. */
    public Journal journal() {
        return new Journal(this);
    }

    /** Returns the table of the lease. */
    public LeaseTable lease() {
        return new LeaseTable(this);
    }

    /** Returns the statements that create what is missing of the history and the journal; usually none. */
    public List<Statement> completion() {
        return Stream.concat(history().table().completion().stream(), journal().table().completion().stream())
                .toList();
    }

    TableName name(String table) {
        return new TableName(schema, table);
    }

    /** Returns whether a table exists now, whether it was found or created since. */
    boolean has(Connection connection, String table) throws SQLException {
        Set<String> found = new HashSet<>();
        forEach(connection, table, (where, name, type) -> found.add(where));
        List<String> searched = schema == null ? dialect.searchedSchemas(connection) : List.of(schema);
        return searched.isEmpty() ? !found.isEmpty() : searched.stream().anyMatch(found::contains);
    }

    /** Returns the schemas that have a history. */
    private static Set<String> schemas(Connection connection, List<String> searched) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        forEach(connection, ANY_OF_THEM, (schema, name, type) -> {
            boolean isSearched = searched.isEmpty() || searched.contains(schema);
            if (isSearched && NAMES.contains(name) && !TABLE_TYPES.contains(type)) {
                throw new OccupiedNameException(name, type);
            }
            if (name.equals(Recorder.TABLE)) {
                schemas.add(schema);
            }
        });
        return schemas;
    }

    private static Map<String, Set<String>> columns(Connection connection, @Nullable String schema)
            throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        Map<String, Set<String>> columns = new TreeMap<>();
        try (ResultSet rows =
                metadata.getColumns(connection.getCatalog(), schema, pattern(metadata, ANY_OF_THEM), "%")) {
            while (rows.next()) {
                columns.computeIfAbsent(lower(rows.getString("TABLE_NAME")), name -> new TreeSet<>())
                        .add(lower(rows.getString("COLUMN_NAME")));
            }
        }
        return columns;
    }

    /** Takes something that has a table's name. */
    @FunctionalInterface
    private interface Consumer {
        void accept(String schema, String name, String type);
    }

    /** Without schemas, the schema is empty. */
    private static void forEach(Connection connection, String table, Consumer consumer) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet tables = metadata.getTables(connection.getCatalog(), null, pattern(metadata, table), null)) {
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                consumer.accept(
                        schema == null ? "" : schema,
                        lower(tables.getString("TABLE_NAME")),
                        tables.getString("TABLE_TYPE"));
            }
        }
    }

    private static String pattern(DatabaseMetaData metadata, String name) throws SQLException {
        String stored = metadata.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        return stored.replace("_", metadata.getSearchStringEscape() + "_");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
