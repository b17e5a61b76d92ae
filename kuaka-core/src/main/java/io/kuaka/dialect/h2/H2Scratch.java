package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a database in memory that reads names and types as another one does. */
final class H2Scratch {
    /** The settings that the SQL of a table depends on. */
    private static final String SETTINGS = """
            select setting_name as name, setting_value as setting
            from information_schema.settings
            where setting_name in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER',
                'CASE_INSENSITIVE_IDENTIFIERS', 'NON_KEYWORDS')
            order by setting_name
            """;

    private H2Scratch() {}

    /** Defaults of columns can take numbers from sequences of other schemas than the one that has the tables in memory. */
    private static final String SEQUENCES = """
            select sequence_schema, sequence_name from information_schema.sequences
            where sequence_schema <> 'PUBLIC'
            order by sequence_schema, sequence_name
            """;

    static String like(Connection connection) throws SQLException {
        Stream.Builder<String> settings = Stream.builder();
        CatalogQuery.of(SETTINGS)
                .forEach(connection, row -> settings.add(";" + row.getString("name") + "=" + row.getString("setting")));
        Set<String> statements = new LinkedHashSet<>();
        CatalogQuery.of(SEQUENCES).forEach(connection, row -> {
            String schema = quoted(row.getString("sequence_schema"));
            statements.add("create schema if not exists " + schema);
            statements.add("create sequence " + schema + "." + quoted(row.getString("sequence_name")));
        });
        if (!statements.isEmpty()) {
            settings.add(";INIT=" + String.join("\\;", statements));
        }
        return settings.build().collect(Collectors.joining("", "jdbc:h2:mem:", ""));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
