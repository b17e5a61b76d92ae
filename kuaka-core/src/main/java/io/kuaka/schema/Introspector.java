package io.kuaka.schema;

import io.kuaka.schema.table.SerialColumn;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema of a database, as the same tables and columns that changes are made of.
 *
 * <p>Types, defaults, checks and generated columns are raw SQL in the database's own words: they can be compared with
 * those of the same database, not with the SQL that created them.
 */
public interface Introspector {
    /** Returns all tables of a schema, or of the connection's own for null, in the order of their names. */
    List<Table> tables(Connection connection, @Nullable String schema) throws SQLException;

    /** Returns all sequences of a schema that don't number a column by themselves, in the order of their names. */
    List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException;

    /** Returns what tables, their parts and sequences have beyond what models can express, in a fixed order. */
    default List<Trait> traits(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /** Returns the names of indexes that exist but can't be used, because their build was interrupted. */
    default Set<String> invalidIndexes(Connection connection, @Nullable String schema) throws SQLException {
        return Set.of();
    }

    /** Returns whether names as the database stores them are those of different tables if only their case differs. */
    default boolean tellsTablesApartByCase(Connection connection) throws SQLException {
        return false;
    }

    /** Returns the columns that a sequence of their own numbers; the tables show them as identities. */
    default List<SerialColumn> serialColumns(Connection connection, @Nullable String schema) throws SQLException {
        return List.of();
    }

    /**
     * Returns the tables of a schema by their names in the catalog, with about how many rows each has. It comes from the database's
     * own statistics, and takes as long with large tables as with small ones: nothing else of the catalog is read, and of a
     * table no more than some thousand rows. The number is empty where nobody knows it.
     */
    default Map<String, OptionalLong> estimatedRows(Connection connection, @Nullable String schema)
            throws SQLException {
        return tables(connection, schema).stream()
                .collect(Collectors.toMap(table -> table.name().name(), any -> OptionalLong.empty()));
    }

    /**
     * Returns what migrations create that is neither a table, nor a sequence, nor a part of one, in words that the
     * database's editor uses as well, such as {@code collation german}.
     */
    default Set<String> others(Connection connection, @Nullable String schema) throws SQLException {
        return Set.of();
    }

    /** Returns the values of the enumerations that are types of their own, by their names. */
    default Map<String, List<String>> enumerations(Connection connection, @Nullable String schema) throws SQLException {
        return Map.of();
    }
}
