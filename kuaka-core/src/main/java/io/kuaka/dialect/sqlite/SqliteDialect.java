package io.kuaka.dialect.sqlite;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.LocalProcess;
import io.kuaka.schema.MemoryScratch;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Scratch;
import io.kuaka.schema.Sessions;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NamedPart;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.session.Statistics;
import io.kuaka.schema.session.TableTouch;
import io.kuaka.schema.session.Views;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.statement.SqlScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQLite. Everything is part of a transaction; a table that it can't alter is rebuilt with its rows. */
public final class SqliteDialect implements Dialect {
    private static final SqliteSqlGrammar GRAMMAR = new SqliteSqlGrammar(Features.of(
            Feature.TRANSACTIONAL_DDL,
            Feature.NATIVE_IDENTITIES,
            Feature.COLLATIONS,
            Feature.LARGE_OBJECT_INDEXES,
            Feature.LARGE_OBJECT_UNIQUES,
            Feature.INDEX_DROPS_UNDER_FOREIGN_KEYS,
            Feature.COLUMN_CHANGES_UNDER_INDEXES,
            Feature.COLUMN_RENAMES_UNDER_FOREIGN_KEYS,
            Feature.IDENTITY_CHANGES_UNDER_FOREIGN_KEYS,
            Feature.ON_DELETE_SET_DEFAULT,
            Feature.SELF_REFERENCE_DELETES,
            Feature.CIRCLE_DELETES,
            Feature.EXPRESSIONS_FOLLOW_RENAMES,
            Feature.DEFERRED_FOREIGN_KEYS,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES));
    private static final Pattern FILE = Pattern.compile("jdbc:sqlite:(?!:|file:)([^?]+)(?:\\?.*)?");
    private static final SqliteTypeConversion CONVERSION = new SqliteTypeConversion(GRAMMAR);

    @Override
    public String name() {
        return "sqlite";
    }

    /** An empty name is a temporary database; {@code file:} and names with a colon at the start are the driver's affair. */
    @Override
    public Optional<String> file(String jdbcUrl) {
        Matcher file = FILE.matcher(jdbcUrl);
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }

    @Override
    public SqlGrammar grammar() {
        return GRAMMAR;
    }

    /** Sequences are tables, and the names of constraints mean nothing; see SQLite's page "CREATE INDEX". */
    @Override
    public Set<Set<NamedPart>> namespaces() {
        return Set.of(Set.of(NamedPart.TABLE, NamedPart.SEQUENCE, NamedPart.INDEX));
    }

    @Override
    public JdbcValues values() {
        return new SqliteJdbcValues();
    }

    @Override
    public SchemaEditor editor() {
        return new SqliteSchemaEditor(GRAMMAR, CONVERSION);
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector();
    }

    @Override
    public Scratch scratch() {
        return new MemoryScratch(connection -> "jdbc:sqlite::memory:");
    }

    @Override
    public Sessions sessions() {
        return new LocalProcess();
    }

    @Override
    public Statistics statistics() {
        return new SqliteStatistics();
    }

    /** They follow renames, but a table that is rebuilt doesn't look whether they need a column. */
    @Override
    public Views views() {
        return Views.written(
                "select type, name, case type when 'trigger' then tbl_name else '' end, sql from sqlite_master"
                        + " where type in ('view', 'trigger') order by type, name",
                SqlSyntax.STANDARD,
                EnumSet.of(TableTouch.Kind.DROPPED));
    }

    /** There is one schema, which drivers don't name. */
    @Override
    public List<String> searchedSchemas(Connection connection) {
        return List.of();
    }

    /** The manual's result codes: SQLITE_BUSY and SQLITE_LOCKED, with more in the upper bits. */
    @Override
    public boolean isPassing(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == 5 || code == 6;
    }

    /** The write lock is taken at once: a transaction that reads first may not get it later. */
    @Override
    public List<Sql> begin() {
        return List.of(Sql.of("BEGIN IMMEDIATE"));
    }

    @Override
    public List<Sql> settings(Connection connection) throws SQLException {
        return List.of(restoring(connection, "foreign_keys"), restoring(connection, "synchronous"));
    }

    private static Sql restoring(Connection connection, String pragma) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("pragma " + pragma)) {
            return Sql.setting("pragma " + pragma + " = " + row.getInt(1));
        }
    }

    /** A transaction can't begin within another one. */
    @Override
    public boolean isInTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public boolean hasSeveralWriters() {
        return false;
    }

    /** They don't, unless a session asks for it. */
    @Override
    public boolean checksForeignKeys(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("pragma foreign_keys");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    /** While there is nothing that could be lost, only the last commit waits for the disk, with all that was written. */
    @Override
    public List<Sql> settingsOfRun(Connection connection, List<String> ownTables) throws SQLException {
        List<String> tables = new ArrayList<>();
        CatalogQuery.of(
                        "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'")
                .forEach(connection, row -> tables.add(row.getString(1)));
        boolean isEmpty = ownTables.containsAll(tables);
        return isEmpty ? List.of(Sql.setting("pragma synchronous = off")) : List.of();
    }

    /** The manual on {@code vacuum}. */
    @Override
    public boolean runsOutsideTransaction(Sql statement) {
        return SqlScript.words(statement.text(), SqlSyntax.STANDARD).startsWith("vacuum");
    }

    /** The error code SQLITE_FULL. */
    @Override
    public boolean isFull(SQLException failure) {
        return failure.getErrorCode() == 13;
    }

    /** Users don't know positions in a batch, nor the names under which tables are rebuilt. */
    @Override
    public String reason(SQLException refusal) {
        return Dialect.super
                .reason(refusal)
                .replaceFirst("^batch entry \\d+: ", "")
                .replace(Rebuild.WORK_PREFIX, "");
    }
}
