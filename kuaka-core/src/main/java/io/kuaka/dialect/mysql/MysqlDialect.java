package io.kuaka.dialect.mysql;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.session.Statistics;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * MySQL, or another server of its family. Each schema change commits at once, together with what the transaction did
 * before.
 */
public sealed class MysqlDialect implements Dialect permits MariadbDialect {
    private final MysqlSqlGrammar grammar;
    private final MysqlTypeConversion conversion;

    /** Makes the dialect. */
    public MysqlDialect() {
        this(ServerFlavor.MYSQL);
    }

    MysqlDialect(ServerFlavor flavor) {
        grammar = new MysqlSqlGrammar(flavor);
        conversion = new MysqlTypeConversion(grammar);
    }

    @Override
    public String name() {
        return grammar.flavor().databaseName();
    }

    /** The drivers of both databases can connect to the other one, too. */
    @Override
    public Dialect refine(Connection connection) throws SQLException {
        ServerFlavor server = flavorBehind(connection);
        return server == grammar.flavor() ? this : new MysqlDialect(server);
    }

    /** MariaDB's version contains its name, whatever the driver calls it. */
    private static ServerFlavor flavorBehind(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        String text = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        return text.toLowerCase(Locale.ROOT).contains("mariadb") ? ServerFlavor.MARIADB : ServerFlavor.MYSQL;
    }

    @Override
    public JdbcValues values() {
        return new MysqlJdbcValues(grammar.flavor());
    }

    @Override
    public SqlGrammar grammar() {
        return grammar;
    }

    /** See MySQL's pages "CHECK Constraints" and "FOREIGN KEY Constraints". With MariaDB, checks belong to their table. */
    @Override
    public Set<Set<NamedPart>> namespaces() {
        Set<NamedPart> tables = Set.of(NamedPart.TABLE, NamedPart.SEQUENCE);
        Set<NamedPart> foreignKeys = Set.of(NamedPart.FOREIGN_KEY);
        return grammar.flavor() == ServerFlavor.MARIADB
                ? Set.of(tables, foreignKeys)
                : Set.of(tables, foreignKeys, Set.of(NamedPart.CHECK));
    }

    @Override
    public SchemaEditor editor() {
        return new MysqlSchemaEditor(grammar, conversion);
    }

    @Override
    public Introspector introspector() {
        return new MysqlIntrospector(grammar);
    }

    @Override
    public List<String> missingPrivileges(Connection connection, Set<String> tables) throws SQLException {
        return MysqlPrivileges.missing(connection);
    }

    @Override
    public Scratch scratch() {
        return new MysqlScratch(this);
    }

    @Override
    public Sessions sessions() {
        return new MysqlSessions(grammar.flavor());
    }

    @Override
    public Surroundings surroundings(Connection connection, List<String> ownTables) throws SQLException {
        return MysqlSurroundings.of(connection);
    }

    /** The server doesn't look at them again until they are used. */
    @Override
    public Views views() {
        return Views.written(
                MysqlCatalog.VIEWS,
                SqlSyntax.BACKSLASHES,
                EnumSet.of(TableTouch.Kind.DROPPED, TableTouch.Kind.RENAMED));
    }

    @Override
    public boolean checksForeignKeys(Connection connection) throws SQLException {
        return CatalogQuery.of("select 1 from dual where @@foreign_key_checks = 1")
                .hasRows(connection);
    }

    @Override
    public Statistics statistics() {
        return Statistics.queried("select table_name, table_rows, data_length + index_length"
                + " from information_schema.tables where table_type = 'BASE TABLE' and table_rows > 0"
                + " and table_schema = coalesce(nullif(?, ''), database())");
    }

    @Override
    public SessionLimits limits() {
        return new MysqlLimits(grammar.flavor());
    }

    @Override
    public List<Sql> settings(Connection connection) throws SQLException {
        return new MysqlLimits(grammar.flavor()).restoring(connection);
    }

    /** A schema is a catalog here. */
    @Override
    public List<String> searchedSchemas(Connection connection) {
        return List.of();
    }

    /** The error codes ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK. */
    @Override
    public boolean isPassing(SQLException failure) {
        return failure.getErrorCode() == 1205 || isConflict(failure);
    }

    /** The error code ER_LOCK_DEADLOCK, also of a Galera cluster whose nodes don't agree. */
    @Override
    public boolean isConflict(SQLException failure) {
        return failure.getErrorCode() == 1213;
    }

    /** The error codes ER_DISK_FULL and ER_RECORD_FILE_FULL, and what the operating system says in other errors. */
    @Override
    public boolean isFull(SQLException failure) {
        return failure.getErrorCode() == 1021
                || failure.getErrorCode() == 1114
                || reason(failure).contains("No space left on device");
    }

    /** MariaDB's driver puts the id of the connection before the server's message. */
    @Override
    public String reason(SQLException refusal) {
        return Dialect.super.reason(refusal).replaceFirst("^\\(conn=\\d+\\) ", "");
    }
}
