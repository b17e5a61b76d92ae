package io.kuaka.schema;

import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.session.Statistics;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One database: what it supports, how it spells SQL, which steps it needs, and how its schema is read.
 *
 * <p>Found by {@link java.util.ServiceLoader}. Stateless; safe for use by several threads.
 */
public interface Dialect {
    /** Returns the database's name in lower case, as in {@code postgresql}. */
    String name();

    /** Returns whether a JDBC URL leads to this database; usually the URL contains its name. */
    default boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:" + name() + ":");
    }

    /** Returns whether a server that calls itself {@code productName} is this database, for URLs that don't tell. */
    default boolean isBehind(String productName) {
        return productName.equalsIgnoreCase(name());
    }

    /**
     * Returns the path of the file that a JDBC URL leads to, which a connection would create; empty if it leads to no file,
     * or if that can't be told.
     */
    default Optional<String> file(String jdbcUrl) {
        return Optional.empty();
    }

    /** Returns the dialect for the server behind a connection, if versions or forks differ. */
    default Dialect refine(Connection connection) throws SQLException {
        return this;
    }

    /** Returns how the database spells, and what it can do. */
    SqlGrammar grammar();

    /** Returns which parts of different tables can't have the same name in one schema, each set a namespace of its own. */
    default Set<Set<NamedPart>> namespaces() {
        return Set.of();
    }

    /** Returns how values are passed to and from the database through JDBC. */
    default JdbcValues values() {
        return new JdbcValues();
    }

    /** Returns a new editor for the statements of one migration. */
    SchemaEditor editor();

    /** Returns what reads the database. */
    Introspector introspector();

    /** Returns where tables can be made to see what the database makes of them. */
    default Scratch scratch() {
        return new TablesScratch(this);
    }

    /** Returns what can be found out about the sessions of the database. */
    default Sessions sessions() {
        return Sessions.unknown();
    }

    /** Returns how the time is limited that statements wait and run. */
    default SessionLimits limits() {
        return SessionLimits.none();
    }

    /**
     * Looks where a connection leads, and prepares the driver for it.
     *
     * @param ownTables the names of the tables that Kuaka keeps for itself
     */
    default Surroundings surroundings(Connection connection, List<String> ownTables) throws SQLException {
        return Surroundings.of(connection);
    }

    /**
     * Returns what tells the database of a connection from one that gets copies of its rows by replication, but not its
     * tables; empty if nothing does, or if whatever copies rows copies tables as well.
     */
    default String identity(Connection connection) throws SQLException {
        return "";
    }

    /** Returns how views that others made are found. */
    default Views views() {
        return Views.none();
    }

    /** Returns what the database knows about the size of its tables. */
    default Statistics statistics() {
        return Statistics.none();
    }

    /**
     * Returns whether what a session does is part of a transaction that somebody has begun, through JDBC or by a statement
     * as {@link #begin}.
     */
    default boolean isInTransaction(Connection connection) throws SQLException {
        return !connection.getAutoCommit();
    }

    /** Returns whether several sessions can change rows at the same time. */
    default boolean hasSeveralWriters() {
        return true;
    }

    /** Returns whether the foreign keys of tables hold for what a session does. */
    default boolean checksForeignKeys(Connection connection) throws SQLException {
        return true;
    }

    /**
     * Returns what a connection's user may not do, though migrations need it, in the database's words, as in {@code CREATE
     * on schema "public"}. What can't be known isn't named.
     *
     * @param tables those that migrations change, in lower case; whoever owns others may be somebody else
     */
    default List<String> missingPrivileges(Connection connection, Set<String> tables) throws SQLException {
        return List.of();
    }

    /**
     * Returns the schemas in which a connection looks for a table without one, in that order; it creates tables in the
     * first. None if the database has no schemas.
     */
    default List<String> searchedSchemas(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? List.of() : List.of(schema);
    }

    /** Returns whether a statement failed because of other sessions, so it may succeed later. */
    default boolean isPassing(SQLException failure) {
        return isConflict(failure);
    }

    /** Returns whether the database has rolled back a transaction because of another one, so it may succeed later. */
    default boolean isConflict(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("40");
    }

    /** Returns whether a statement failed because the database has no space left, on its disk or within a limit. */
    default boolean isFull(SQLException failure) {
        return false;
    }

    /** Returns whether a statement failed because it names a schema that the database doesn't have. */
    default boolean missesSchema(SQLException failure) {
        return false;
    }

    /** Returns the statements that restore the settings of a connection that migrations change. */
    default List<Sql> settings(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * Returns the settings of a run, which decide how much its commits wait for the disk; {@link #settings} takes them
     * back.
     *
     * @param ownTables the names of the tables that Kuaka keeps for itself
     */
    default List<Sql> settingsOfRun(Connection connection, List<String> ownTables) throws SQLException {
        return List.of();
    }

    /** Returns the statements that open a transaction for changes of the schema. */
    default List<Sql> begin() {
        return List.of(Sql.of("BEGIN"));
    }

    /** Returns the statements that commit a transaction. */
    default List<Sql> commit() {
        return List.of(Sql.of("COMMIT"));
    }

    /** Returns whether the database refuses a user's statement inside a transaction. */
    default boolean runsOutsideTransaction(Sql statement) {
        return false;
    }

    /** Returns the database's own message when it refuses a statement, without additions of the driver or Kuaka. */
    default String reason(SQLException refusal) {
        return refusal.getMessage() == null ? refusal.toString() : refusal.getMessage();
    }
}
