package io.kuaka.it.support;

import io.kuaka.schema.Dialects;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows for all tables of a state.
 *
 * <p>A row has a number, which is in all its values, so that references lead to the row of the same number.
 */
public final class SampleRows {
    private SampleRows() {}

    /** Returns the tables of all models. */
    public static List<Table> tables(ProjectState state) {
        return state.models().keySet().stream()
                .map(key -> TableMapping.of(state, key))
                .toList();
    }

    /** Inserts a row with each of these numbers into each table. */
    public static void insert(Connection connection, Engine engine, ProjectState state, int from, int to)
            throws SQLException {
        SqlGrammar grammar = Dialects.of(connection).grammar();
        try (Statement statement = connection.createStatement()) {
            statement.execute(references(engine, false));
            try {
                for (Table table : tables(state)) {
                    for (int row = from; row <= to; row++) {
                        statement.execute(insert(engine, grammar, table, row));
                    }
                }
            } finally {
                statement.execute(references(engine, true));
            }
        }
    }

    /** Returns the statement that turns the checks of foreign keys on or off. */
    private static String references(Engine engine, boolean on) {
        return switch (engine) {
            case SQLITE -> "pragma foreign_keys = " + (on ? "on" : "off");
            case H2 -> "set referential_integrity " + on;
            case POSTGRESQL -> "set session_replication_role = " + (on ? "origin" : "replica");
            case MARIADB, MYSQL -> "set foreign_key_checks = " + (on ? 1 : 0);
        };
    }

    private static String insert(Engine engine, SqlGrammar grammar, Table table, int row) {
        List<Column> columns = table.columns().stream()
                .filter(column -> column.generated() == null)
                .toList();
        return "insert into " + grammar.name(table.name()) + " ("
                + columns.stream()
                        .map(column -> grammar.identifier(column.name()))
                        .collect(Collectors.joining(", "))
                + ") values ("
                + columns.stream()
                        .map(column -> value(engine, grammar, column, row))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String value(Engine engine, SqlGrammar grammar, Column column, int row) {
        if (engine == Engine.POSTGRESQL && column.type().kind().isLocator()) {
            return "lo_from_bytea(0, " + grammar.literal(new byte[] {(byte) row}) + ")";
        }
        return switch (column.type().family()) {
            case TEXT -> "'v" + row + "'";
            case BOOLEAN -> row % 2 == 1 ? "true" : "false";
            case TIMESTAMP, INSTANT -> "'2024-01-%02d 00:00:00'".formatted(row % 31 + 1);
            case BYTES -> grammar.literal(new byte[] {(byte) row});
            case NAMED_ENUM -> grammar.literal(constant(column, row));
            case ORDINAL_ENUM -> Integer.toString(row % column.type().values().size());
            default -> Integer.toString(row);
        };
    }

    private static String constant(Column column, int row) {
        List<String> constants = column.type().values();
        return constants.get(row % constants.size());
    }
}
