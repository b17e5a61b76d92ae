package io.kuaka.junit.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A database of a test's own. Closing it drops it.
 *
 * @param name how its {@link TestServer} finds it
 */
public record TestDatabase(TestServer server, String name, DataSource dataSource) implements AutoCloseable {
    @Override
    public void close() {
        try {
            server.drop(this);
        } catch (SQLException e) {
            throw new TestDatabaseException("drop the database \"" + name + "\"", e);
        }
    }
}
