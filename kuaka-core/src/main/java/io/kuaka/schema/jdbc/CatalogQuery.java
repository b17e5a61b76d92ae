package io.kuaka.schema.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a database about itself: a query with its parameters, which are texts. */
public record CatalogQuery(String sql, List<String> parameters) {
    /** Takes one row of an answer. */
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

    /** Asks, and hands over each row in turn. */
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

    /** Returns the texts of a column that holds an array; null stands for null elements. */
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
