package io.kuaka.it.evolution;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A query and the rows that it must find, each written as {@code value | value}. */
record EvolutionQuery(String sql, List<String> expected) {

    /** Reads queries: a line is one when it isn't indented, and the indented ones below it are its rows. */
    static List<EvolutionQuery> parse(String text) {
        List<EvolutionQuery> queries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                queries.get(queries.size() - 1).expected.add(line.strip());
            } else {
                queries.add(new EvolutionQuery(line, new ArrayList<>()));
            }
        }
        return queries;
    }

    List<String> run(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(normal(result.getString(i)));
                }
                rows.add(String.join(" | ", values));
            }
        }
        return rows;
    }

    /** Databases differ in the zeros that they show behind a decimal point, that of the seconds included. */
    private static String normal(String value) {
        if (value == null) {
            return "null";
        }
        return value.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value.replaceFirst("(:\\d\\d)\\.0+$", "$1");
    }
}
