package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.CatalogReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Assembles types from the information schema, which has them in pieces, and the contents of arrays and enumerations in
 * other tables.
 */
final class H2TypeReader {
    /** A part of a table that has a type. */
    private record Place(String table, String identifier) {}

    private final Map<Place, String> elements = new HashMap<>();
    private final Map<Place, List<String>> enumValues = new HashMap<>();

    private H2TypeReader() {}

    static H2TypeReader read(CatalogReader catalog) throws SQLException {
        H2TypeReader types = new H2TypeReader();
        catalog.forEach(H2Catalog.ENUM_VALUES, row -> types.enumValues
                .computeIfAbsent(place(row, "enum_identifier"), place -> new ArrayList<>())
                .add(row.getString("value_name")));
        catalog.forEach(
                H2Catalog.ELEMENTS,
                row -> types.elements.put(place(row, "dtd_identifier"), types.type(row, "element_identifier")));
        return types;
    }

    private static Place place(ResultSet row, String column) throws SQLException {
        return new Place(row.getString("table_name"), row.getString(column));
    }

    /** Returns the type of a column. */
    String type(ResultSet row) throws SQLException {
        return type(row, "dtd_identifier");
    }

    private String type(ResultSet row, String identifier) throws SQLException {
        String name = row.getString("data_type");
        return switch (name) {
            case "CHARACTER", "CHARACTER VARYING", "BINARY", "BINARY VARYING" ->
                lower(name) + "(" + row.getLong("length") + ")";
            case "NUMERIC" -> "numeric(" + row.getInt("num_precision") + ", " + row.getInt("numeric_scale") + ")";
            case "TIME", "TIMESTAMP" -> lower(name) + "(" + row.getInt("datetime_precision") + ")";
            case "TIME WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE" ->
                lower(name).replaceFirst(" ", "(" + row.getInt("datetime_precision") + ") ");
            case "INTERVAL" -> interval(row);
            case "ENUM" ->
                enumValues.getOrDefault(place(row, identifier), List.of()).stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", "enum (", ")"));
            case "ARRAY" ->
                elements.getOrDefault(place(row, identifier), "") + " array[" + row.getInt("maximum_cardinality") + "]";
            default -> lower(name);
        };
    }

    /** The first field has the precision of the interval; only seconds have fractions, whose precision is another one. */
    private static String interval(ResultSet row) throws SQLException {
        String[] fields = lower(row.getString("interval_type")).split(" to ", 2);
        int precision = row.getInt("interval_precision");
        int fraction = row.getInt("datetime_precision");
        if (fields[0].equals("second")) {
            return "interval second(" + precision + ", " + fraction + ")";
        }
        String first = "interval " + fields[0] + "(" + precision + ")";
        String last = fields[fields.length - 1];
        return fields.length == 1 ? first : first + " to " + last + (last.equals("second") ? "(" + fraction + ")" : "");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
