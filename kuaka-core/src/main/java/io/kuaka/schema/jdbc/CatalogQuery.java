package io.kuaka.schema.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query of a database's catalog, with text parameters. */
public record CatalogQuery(String sql, List<String> parameters) {
    /** Takes one row of the result. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    public CatalogQuery {
        parameters = List.copyOf(parameters);
    }

    /** Returns a query. */
    public static CatalogQuery of(String sql, String... parameters) {
        return new CatalogQuery(sql, List.of(parameters));
    }

    /** Runs the query and passes each row on. */
    public void forEach(Connection connection, RowConsumer consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }

    /** Runs the query and returns whether it finds anything. */
    public boolean hasRows(Connection connection) throws SQLException {
        List<Boolean> rows = new ArrayList<>();
        forEach(connection, row -> rows.add(true));
        return !rows.isEmpty();
    }

    /** Returns the texts of an array column; its elements can be null. */
    public static List<@Nullable String> texts(ResultSet row, String column) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        Array array = row.getArray(column);
        if (array != null) {
            for (Object element : (Object[]) array.getArray()) {
                texts.add(element == null ? null : element.toString());
            }
        }
        return texts;
    }
}
