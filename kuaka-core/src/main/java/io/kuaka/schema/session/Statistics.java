package io.kuaka.schema.session;

import io.kuaka.progress.TableSize;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.table.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database knows about the size of its tables without reading them. */
@FunctionalInterface
public interface Statistics {
    /** Returns those of a database that has none. */
    static Statistics none() {
        return (connection, schema) -> Map.of();
    }

    /**
     * Returns those that a query reads.
     *
     * @param sql returns the name, the rows and the bytes of each table, the bytes perhaps as null; its parameter is the
     *     schema, empty for the one that the connection uses
     */
    static Statistics queried(String sql) {
        return (connection, schema) -> {
            Map<String, TableSize> sizes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            CatalogQuery.of(sql, schema == null ? "" : schema).forEach(connection, row -> {
                String table = row.getString(1);
                long rows = row.getLong(2);
                long bytes = row.getLong(3);
                OptionalLong space = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(bytes);
                sizes.put(table, new TableSize(table, rows, space));
            });
            return sizes;
        };
    }

    /**
     * Returns the sizes of the tables of a schema that have rows, by their names as the database stores them. Tables of
     * which nothing is known are left out.
     *
     * @param schema null for the one that the connection uses
     */
    Map<String, TableSize> sizes(Connection connection, @Nullable String schema) throws SQLException;

    /** Returns the size of a table, named as the database stores it, if it is known. */
    default Optional<TableSize> size(Connection connection, TableName table) throws SQLException {
        return Optional.ofNullable(sizes(connection, table.schema()).get(table.name()));
    }
}
