package io.kuaka.command.trial;

import io.kuaka.compare.Schema;
import io.kuaka.compare.SchemaDiff;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.recorder.OwnNames;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is in a database at one moment, Kuaka's own tables aside.
 *
 * @param rows the rows of each table as texts of the form {@code id=1, name=Ann}, sorted
 */
record Picture(Schema schema, SortedMap<String, List<String>> rows) {
    static Picture of(Dialect dialect, Connection connection, Collection<String> schemas) throws SQLException {
        Schema schema = Schema.read(dialect, connection, schemas)
                .only(name -> !OwnNames.standard().has(name));
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (Table table : schema.tables()) {
            rows.put(table.name().toString(), rows(dialect, connection, table));
        }
        return new Picture(schema, rows);
    }

    private static List<String> rows(Dialect dialect, Connection connection, Table table) throws SQLException {
        String columns = dialect.grammar()
                .names(table.columns().stream()
                        .map(column -> column.name())
                        .sorted()
                        .toList());
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select " + columns + " from " + dialect.grammar().name(table.name()))) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(result.getMetaData().getColumnLabel(i) + "=" + result.getString(i));
        }
        return String.join(", ", values);
    }

    /** Returns in what another picture differs from this one, in words. */
    List<String> differences(Dialect dialect, Picture found) {
        SchemaDiff diff = SchemaDiff.between(dialect.grammar(), schema, found.schema);
        List<String> ofTables = Stream.concat(diff.differences().stream(), diff.unknown().stream())
                .map(SchemaDifference::describe)
                .toList();
        // Rows of tables that differ differ as well; why is said already.
        return ofTables.isEmpty() ? rowDifferences(found) : ofTables;
    }

    private List<String> rowDifferences(Picture found) {
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().equals(found.rows.get(table.getKey())))
                .map(table -> rowDifference(
                        table.getKey(), table.getValue(), found.rows.getOrDefault(table.getKey(), List.of())))
                .toList();
    }

    private static String rowDifference(String table, List<String> expected, List<String> found) {
        List<String> parts = new ArrayList<>();
        describe("missing", without(expected, found)).ifPresent(parts::add);
        describe("not expected", without(found, expected)).ifPresent(parts::add);
        return "rows of \"" + table + "\": " + String.join(", and ", parts);
    }

    private static Optional<String> describe(String what, List<String> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.size() + " " + what + (rows.size() == 1 ? " (" : ", such as (") + rows.get(0) + ")");
    }

    /** Returns the rows that others aren't. A row may occur more than once. */
    private static List<String> without(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }
}
