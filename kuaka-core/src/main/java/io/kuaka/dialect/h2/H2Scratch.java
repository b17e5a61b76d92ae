package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
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

    static String like(Connection connection) throws SQLException {
        Stream.Builder<String> settings = Stream.builder();
        CatalogQuery.of(SETTINGS)
                .forEach(connection, row -> settings.add(";" + row.getString("name") + "=" + row.getString("setting")));
        return settings.build().collect(Collectors.joining("", "jdbc:h2:mem:", ""));
    }
}
