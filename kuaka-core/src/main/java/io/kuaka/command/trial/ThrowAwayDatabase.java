package io.kuaka.command.trial;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.recorder.Recorder;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.table.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A database in which migrations are tried, and in which nothing remains.
 *
 * <p>Either an in-memory database for each trial, or a server's empty database, in which each trial has a schema of its
 * own that is dropped afterwards. A database with tables is refused. Trials may run beside each other on one server: the
 * name of the schema is new each time, and begins with {@code kuaka_scratch_}.
 */
public final class ThrowAwayDatabase {
    private static final List<String> IN_MEMORY = List.of("jdbc:h2:mem:", "jdbc:sqlite::memory:");

    private final ConnectionSource source;
    private final boolean inMemory;

    private ThrowAwayDatabase(ConnectionSource source, boolean inMemory) {
        this.source = source;
        this.inMemory = inMemory;
    }

    /**
     * Returns an in-memory database.
     *
     * @param preferred the name of the project's dialect, which is used if such a database can be in memory
     * @throws NoThrowAwayDatabaseException if there is no driver for one
     */
    public static ThrowAwayDatabase inMemory(String preferred) {
        String url = inMemoryUrl(preferred).orElseThrow(NoThrowAwayDatabaseException::noDriver);
        return new ThrowAwayDatabase(() -> DriverManager.getConnection(url), true);
    }

    /** Returns the URL of an in-memory database, of the preferred kind if possible; empty if there is no driver for one. */
    public static Optional<String> inMemoryUrl(String preferred) {
        return IN_MEMORY.stream()
                .filter(ThrowAwayDatabase::hasDriver)
                .min((one, other) -> Boolean.compare(isOf(other, preferred), isOf(one, preferred)));
    }

    /** Returns one on a server. */
    public static ThrowAwayDatabase at(ConnectionSource source) {
        return new ThrowAwayDatabase(source, false);
    }

    private static boolean isOf(String url, String dialect) {
        return Dialects.forUrl(url).name().equals(dialect);
    }

    private static boolean hasDriver(String url) {
        try {
            DriverManager.getDriver(url);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Runs a trial in an empty database, in which nothing remains.
     *
     * @param schemas the required schemas besides the connection's own
     */
    public <T> T with(Collection<String> schemas, Trial<T> trial) {
        return History.with(source, connection -> {
            Dialect dialect = Dialects.of(connection);
            if (!inMemory) {
                requireEmpty(connection, dialect);
                return inItsOwnSchema(schemas, connection, dialect, trial);
            }
            return inSchemas(hasSchemas(connection) ? List.copyOf(schemas) : List.of(), connection, dialect, trial);
        });
    }

    private static void requireEmpty(Connection connection, Dialect dialect) throws SQLException {
        List<Table> tables = dialect.introspector().tables(connection, null);
        if (!tables.isEmpty() || new Recorder(dialect).hasTable(connection)) {
            throw NoThrowAwayDatabaseException.notEmpty(
                    tables.stream().map(table -> "\"" + table.name() + "\"").toList());
        }
        if (!hasSchemas(connection) && !connection.getMetaData().supportsCatalogsInTableDefinitions()) {
            throw NoThrowAwayDatabaseException.withoutSchemas(dialect.name());
        }
    }

    private static <T> T inItsOwnSchema(
            Collection<String> others, Connection connection, Dialect dialect, Trial<T> trial) throws SQLException {
        String own = inItsCase(
                Scratch.PREFIX + Long.toHexString(ThreadLocalRandom.current().nextLong()), connection);
        return inSchemas(List.of(own), connection, dialect, (scratch, ofIt) -> {
            if (hasSchemas(scratch)) {
                scratch.setSchema(own);
            } else {
                scratch.setCatalog(own);
            }
            return inSchemas(List.copyOf(others), scratch, ofIt, trial);
        });
    }

    /** If a schema exists already, the trial is refused: it isn't ours to drop. */
    private static <T> T inSchemas(List<String> schemas, Connection connection, Dialect dialect, Trial<T> trial)
            throws SQLException {
        if (schemas.isEmpty()) {
            return trial.in(connection, dialect);
        }
        String schema = schemas.get(0);
        execute(connection, dialect.grammar().createSchema(schema));
        try {
            return inSchemas(schemas.subList(1, schemas.size()), connection, dialect, trial);
        } finally {
            execute(connection, dialect.grammar().dropSchema(schema));
        }
    }

    private static boolean hasSchemas(Connection connection) throws SQLException {
        return connection.getMetaData().supportsSchemasInTableDefinitions();
    }

    private static String inItsCase(String name, Connection connection) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A trial. */
    public interface Trial<T> {
        T in(Connection connection, Dialect dialect) throws SQLException;
    }
}
