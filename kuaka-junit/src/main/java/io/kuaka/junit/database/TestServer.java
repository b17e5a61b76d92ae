package io.kuaka.junit.database;

import io.kuaka.command.trial.ThrowAwayDatabase;
import io.kuaka.schema.Dialects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where databases for tests are made. Each has a name that no other has, also in other JVMs at the same time. */
public abstract class TestServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    TestServer() {}

    /**
     * Returns where an embedded database can be made: in memory for H2, in a temporary file for SQLite.
     *
     * @param preferred the name of the project's dialect, which is used if it can be embedded
     * @throws TestDatabaseException if there is a driver for neither
     */
    public static TestServer embedded(String preferred) {
        return ThrowAwayDatabase.inMemoryUrl(preferred)
                .map(url -> at(url, "", ""))
                .orElseThrow(TestDatabaseException::withoutDriver);
    }

    /**
     * Returns the server of a URL. For H2 and SQLite only the kind and the settings of the URL count.
     *
     * @param user the user; empty if the URL names one or none is needed
     */
    public static TestServer at(String url, String user, String password) {
        if (url.startsWith("jdbc:tc:")) {
            return ofContainer(url, user, password);
        }
        String dialect = Dialects.forUrl(url).name();
        return switch (dialect) {
            case "h2" -> new H2Memory(url);
            case "sqlite" -> new SqliteFiles();
            case "postgresql" -> new PostgresServer(new ServerUrl(url, user, password));
            case "mysql", "mariadb" -> new MysqlServer(new ServerUrl(url, user, password));
            default -> throw TestDatabaseException.unknown(dialect);
        };
    }

    /** Such a URL would start a container for each database; the driver behind it says where the first one is. */
    private static TestServer ofContainer(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return at(
                    connection.getMetaData().getURL(),
                    user.isEmpty() ? "test" : user,
                    password.isEmpty() ? "test" : password);
        } catch (SQLException e) {
            throw new TestDatabaseException("start the container of " + url, e);
        }
    }

    /** Makes an empty database. */
    public final TestDatabase fresh() {
        String name = newName();
        try {
            return create(name);
        } catch (SQLException e) {
            throw new TestDatabaseException("create the database \"" + name + "\"", e);
        }
    }

    /** Makes a copy of a database of this server, to which nobody is connected: tables, rows, and what hangs on them. */
    public final TestDatabase copy(TestDatabase original) {
        String name = newName();
        try {
            return copy(original, name);
        } catch (SQLException e) {
            throw new TestDatabaseException("copy the database \"" + original.name() + "\"", e);
        }
    }

    private static String newName() {
        return "kuaka_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    }

    abstract TestDatabase create(String name) throws SQLException;

    abstract TestDatabase copy(TestDatabase original, String name) throws SQLException;

    abstract void drop(TestDatabase database) throws SQLException;

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns a column of all rows of a query. */
    static List<String> list(Connection connection, String sql, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(column));
            }
        }
        return values;
    }
}
