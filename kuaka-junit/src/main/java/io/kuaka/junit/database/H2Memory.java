package io.kuaka.junit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Databases of H2 in memory. */
final class H2Memory extends TestServer {
    private static final String VIEWS = "select quote_ident(table_schema) || '.' || quote_ident(table_name)"
            + " from information_schema.views where table_schema <> 'INFORMATION_SCHEMA'";

    private final String settings;

    /** Of the URL only the settings are kept, as in {@code MODE=PostgreSQL}. */
    H2Memory(String url) {
        int end = url.indexOf(';');
        this.settings = (end < 0 ? "" : url.substring(end)) + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    TestDatabase create(String name) {
        return new TestDatabase(this, name, new DriverDataSource("jdbc:h2:mem:" + name + settings, "", ""));
    }

    @Override
    TestDatabase copy(TestDatabase original, String name) throws SQLException {
        TestDatabase copy = create(name);
        try (Connection from = original.dataSource().getConnection();
                Connection to = copy.dataSource().getConnection()) {
            for (String statement : list(from, "script nosettings", 1)) {
                // A view that comes before its tables would keep the semicolon as part of its query.
                execute(to, statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement);
            }
            for (String view : list(to, VIEWS, 1)) {
                execute(to, "alter view " + view + " recompile");
            }
        }
        return copy;
    }

    @Override
    void drop(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, "shutdown");
        }
    }
}
