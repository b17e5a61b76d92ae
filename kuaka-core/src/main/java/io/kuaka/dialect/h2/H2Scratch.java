package io.kuaka.dialect.h2;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** What defaults, checks and types of columns can name; migrations create none of it. */
    private static final Pattern NAMED = Pattern.compile(
            "CREATE (?:DOMAIN|CONSTANT|FORCE ALIAS|AGGREGATE|SCHEMA)\\b.*" + "|ALTER DOMAIN .*", Pattern.DOTALL);

    private static final Pattern OWNER = Pattern.compile("(CREATE SCHEMA .*) AUTHORIZATION .*", Pattern.DOTALL);

    /** Only administrators may have the script of a database; see H2's page "Error Codes". */
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

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
        statements.addAll(named(connection));
        if (!statements.isEmpty()) {
            settings.add(";INIT=" + statements.stream().map(H2Scratch::escaped).collect(Collectors.joining("\\;")));
        }
        return settings.build().collect(Collectors.joining("", "jdbc:h2:mem:", ""));
    }

    private static List<String> named(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try {
            CatalogQuery.of("script nodata nopasswords nosettings").forEach(connection, row -> {
                String statement = row.getString(1).strip().replaceFirst(";$", "");
                if (NAMED.matcher(statement).matches()) {
                    statements.add(OWNER.matcher(statement).replaceFirst("$1"));
                }
            });
        } catch (SQLException e) {
            if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                throw e;
            }
        }
        return statements;
    }

    /** A semicolon ends a setting of the address, and a backslash takes the next character as it is. */
    private static String escaped(String statement) {
        return statement.replace("\\", "\\\\").replace(";", "\\;");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
