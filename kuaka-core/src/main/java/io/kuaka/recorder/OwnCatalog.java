package io.kuaka.recorder;

import io.kuaka.schema.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the driver where our tables are, and whether something else has their names. */
record OwnCatalog(Connection connection, OwnNames names) {
    private static final Set<String> TABLE_TYPES = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");
    private static final Set<String> OF_HISTORIES = Set.of(Journal.APP, Journal.NAME, Recorder.APPLIED);

    /** Takes something that has a table's name. Where there are no schemas, the schema is empty. */
    @FunctionalInterface
    private interface Consumer {
        void accept(String schema, String name, String type);
    }

    /**
     * Returns the schema of {@link #names()} as the database spells it.
     *
     * @throws UnsuitableOwnNameException if there is none
     */
    String stored(Dialect dialect) throws SQLException {
        String wanted = Objects.requireNonNull(names.schema());
        if (dialect.searchedSchemas(connection).isEmpty()) {
            throw UnsuitableOwnNameException.noSchemas(wanted, dialect.name());
        }
        List<String> all = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all.contains(wanted)
                ? wanted
                : all.stream()
                        .filter(wanted::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> UnsuitableOwnNameException.missing(wanted));
    }

    /**
     * The schemas with tables of ours.
     *
     * @param withHistory those that have a history
     * @param withAny those that have any of our tables: a history may have been dropped without the others
     */
    record Places(Set<String> withHistory, Set<String> withAny) {}

    /**
     * Returns which of the schemas have tables of ours; all are looked at where none are given.
     *
     * @throws OccupiedNameException if something else has the name of one of our tables
     */
    Places places(List<String> searched) throws SQLException {
        Places places = new Places(new TreeSet<>(), new TreeSet<>());
        forEach(names.beginning() + "%", (schema, name, type) -> {
            boolean isOurs = isIn(schema, searched) && names.all().contains(name);
            if (isOurs && !TABLE_TYPES.contains(type)) {
                throw OccupiedNameException.noTable(name, type);
            }
            if (isOurs) {
                places.withAny().add(schema);
            }
            if (isOurs && name.equals(names.history())) {
                places.withHistory().add(schema);
            }
        });
        return places;
    }

    /** Returns whether one of the schemas has the table; all are looked at where none are given. */
    boolean has(String table, List<String> searched) throws SQLException {
        Set<String> found = new TreeSet<>();
        forEach(table, (schema, name, type) -> found.add(schema));
        return found.stream().anyMatch(schema -> isIn(schema, searched));
    }

    /**
     * Returns by table the columns of our tables in a schema.
     *
     * @throws OccupiedNameException if the table of the history is another one
     */
    Map<String, Set<String>> columns(@Nullable String schema) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        Map<String, Set<String>> columns = new TreeMap<>();
        String pattern = pattern(metadata, names.beginning() + "%");
        try (ResultSet rows = metadata.getColumns(connection.getCatalog(), schema, pattern, "%")) {
            while (rows.next()) {
                columns.computeIfAbsent(lower(rows.getString("TABLE_NAME")), name -> new TreeSet<>())
                        .add(lower(rows.getString("COLUMN_NAME")));
            }
        }
        Set<String> ofHistory = columns.get(names.history());
        if (ofHistory != null && !ofHistory.containsAll(OF_HISTORIES)) {
            throw OccupiedNameException.otherTable(names.history());
        }
        return columns;
    }

    private static boolean isIn(String schema, List<String> searched) {
        return searched.isEmpty() || schema.isEmpty() || searched.stream().anyMatch(schema::equalsIgnoreCase);
    }

    private void forEach(String table, Consumer consumer) throws SQLException {
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
