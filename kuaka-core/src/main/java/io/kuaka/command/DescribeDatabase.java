package io.kuaka.command;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.Surroundings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Finds out which server a connection leads to, and what it allows. Changes nothing. */
public final class DescribeDatabase {
    /** The options, of which there are none. */
    public record Options() {}

    /**
     * What was found.
     *
     * @param product the name and version of the database, in its own words
     * @param dialect the name of Kuaka's dialect for it
     * @param driver the version of the JDBC driver
     * @param user whom the connection belongs to; empty if the database has no users
     * @param missingPrivileges what the user may not do though migrations need it
     * @param refusal why nothing can be migrated there, with the way out; empty if it can
     * @param notes what else is to be known about the server
     */
    public record Result(
            String product,
            String dialect,
            String driver,
            String user,
            List<String> missingPrivileges,
            String refusal,
            List<String> notes) {
        public Result {
            missingPrivileges = List.copyOf(missingPrivileges);
            notes = List.copyOf(notes);
        }
    }

    private final ConnectionSource source;

    /** Makes the command for a database. */
    public DescribeDatabase(ConnectionSource source) {
        this.source = source;
    }

    /** Asks the database. */
    public Result run(Options options) {
        return History.with(source, this::describe);
    }

    private Result describe(Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        DatabaseMetaData metadata = connection.getMetaData();
        Surroundings surroundings =
                dialect.surroundings(connection, source.ownNames().all());
        return new Result(
                metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion(),
                dialect.name(),
                metadata.getDriverVersion(),
                Objects.requireNonNullElse(metadata.getUserName(), ""),
                dialect.missingPrivileges(connection),
                surroundings.refusal(),
                surroundings.notes());
    }
}
