package io.kuaka.command;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.state.Names;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which server a connection leads to, and what it allows. Changes nothing. */
public final class DescribeDatabase {
    /**
     * The options.
     *
     * @param tables those that migrations change, as the models have them, which the user may have to own
     */
    public record Options(Set<String> tables) {
        public Options {
            tables = Set.copyOf(tables);
        }
    }

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
        return History.with(source, connection -> describe(connection, options));
    }

    private Result describe(Connection connection, Options options) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        DatabaseMetaData metadata = connection.getMetaData();
        Surroundings surroundings =
                dialect.surroundings(connection, source.ownNames().all());
        Set<String> tables = Stream.of(options.tables(), source.ownNames().all())
                .flatMap(Collection::stream)
                .map(Names::plain)
                .collect(Collectors.toSet());
        return new Result(
                metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion(),
                dialect.name(),
                metadata.getDriverVersion(),
                Objects.requireNonNullElse(metadata.getUserName(), ""),
                dialect.missingPrivileges(connection, tables),
                surroundings.refusal(),
                surroundings.notes());
    }
}
