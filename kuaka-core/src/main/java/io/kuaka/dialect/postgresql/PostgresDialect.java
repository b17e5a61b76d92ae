package io.kuaka.dialect.postgresql;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.session.Statistics;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import io.kuaka.state.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** PostgreSQL. Everything but concurrent index builds is part of a transaction. */
public final class PostgresDialect implements Dialect {
    /** What "cannot be executed inside a transaction block", according to the manual, as far as migrations need it. */
    private static final Pattern OUTSIDE = Pattern.compile("(create( unique)? index concurrently"
            + "|drop index concurrently|reindex .*concurrently|alter table .*detach .*concurrently|vacuum)\\b");

    private static final PostgresSqlGrammar GRAMMAR =
            new PostgresSqlGrammar(new Features(EnumSet.complementOf(EnumSet.of(Feature.NATIVE_IDENTITIES))));
    private static final PostgresTypeConversion CONVERSION = new PostgresTypeConversion(GRAMMAR);

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    /** Indexes are relations, and keys have one; see PostgreSQL's page "CREATE INDEX". */
    @Override
    public Set<Set<NamedPart>> namespaces() {
        return Set.of(Set.of(
                NamedPart.TABLE,
                NamedPart.SEQUENCE,
                NamedPart.INDEX,
                NamedPart.PRIMARY_KEY,
                NamedPart.UNIQUE,
                NamedPart.EXCLUSION));
    }

    @Override
    public JdbcValues values() {
        return new PostgresJdbcValues();
    }

    @Override
    public SchemaEditor editor() {
        return new PostgresSchemaEditor(GRAMMAR, CONVERSION);
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector(GRAMMAR);
    }

    @Override
    public Scratch scratch() {
        return new PostgresScratch();
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public String identity(Connection connection) throws SQLException {
        return PostgresBackend.identity(connection);
    }

    /** The error code invalid_schema_name. */
    @Override
    public boolean missesSchema(SQLException failure) {
        return "3F000".equals(failure.getSQLState());
    }

    /** The error code disk_full. */
    @Override
    public boolean isFull(SQLException failure) {
        return "53100".equals(failure.getSQLState());
    }

    @Override
    public Surroundings surroundings(Connection connection, List<String> ownTables) throws SQLException {
        return PostgresSurroundings.of(connection, ownTables);
    }

    /** The triggers that check them and act don't fire in the role of a replica. */
    @Override
    public boolean checksForeignKeys(Connection connection) throws SQLException {
        return CatalogQuery.of("select 1 where current_setting('session_replication_role') <> 'replica'")
                .hasRows(connection);
    }

    /** They are collected by {@code analyze} and {@code vacuum}, usually by autovacuum. */
    @Override
    public Statistics statistics() {
        return Statistics.queried("select relname, cast(reltuples as bigint),"
                + " relpages * cast(current_setting('block_size') as bigint) from pg_class where relkind in ('r', 'p')"
                + " and reltuples > 0 and relnamespace = to_regnamespace(coalesce(nullif(?, ''), current_schema()))");
    }

    @Override
    public Views views() {
        return new PostgresViews();
    }

    @Override
    public SessionLimits limits() {
        return new PostgresLimits();
    }

    /** Behind a pooler the next statement may come to another session, so nothing is restored there. */
    @Override
    public List<Sql> settings(Connection connection) throws SQLException {
        return PostgresBackend.isPooled(connection) ? List.of() : PostgresLimits.restoring(connection);
    }

    @Override
    public List<String> searchedSchemas(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        CatalogQuery.of("select unnest(current_schemas(false))")
                .forEach(connection, row -> schemas.add(row.getString(1)));
        return schemas;
    }

    /** Section "Privileges" of the manual: tables are changed by their owner, and made by whoever has CREATE. */
    @Override
    public List<String> missingPrivileges(Connection connection, Set<String> tables) throws SQLException {
        List<String> missing = new ArrayList<>();
        CatalogQuery.of("select 'CREATE on schema \"' || current_schema() || '\"', null"
                        + " where not has_schema_privilege(current_schema(), 'CREATE')"
                        + " union all select 'ownership of table \"' || tablename || '\"', tablename from pg_tables"
                        + " where schemaname = current_schema() and not pg_has_role(tableowner, 'USAGE') order by 1")
                .forEach(connection, row -> {
                    String table = row.getString(2);
                    if (table == null || tables.contains(Names.plain(table))) {
                        missing.add(row.getString(1));
                    }
                });
        return missing;
    }

    /** A transaction of a migration has a number: its first statement writes the history. */
    @Override
    public boolean isInTransaction(Connection connection) throws SQLException {
        AtomicBoolean has = new AtomicBoolean(!connection.getAutoCommit());
        if (!has.get()) {
            CatalogQuery.of("select txid_current_if_assigned() is not null")
                    .forEach(connection, row -> has.set(row.getBoolean(1)));
        }
        return has.get();
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return limits().isLockTimeout(failure) || isConflict(failure);
    }

    @Override
    public boolean runsOutsideTransaction(Sql statement) {
        return OUTSIDE.matcher(SqlScript.words(statement.text(), SqlSyntax.STANDARD))
                .lookingAt();
    }
}
