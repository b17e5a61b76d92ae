package io.kuaka.recorder;

import io.kuaka.expression.Expression;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Column;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.PlannedStatement;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Sql;
import io.kuaka.schema.SqlGrammar;
import io.kuaka.schema.Statement;
import io.kuaka.schema.Step;
import io.kuaka.schema.Table;
import io.kuaka.schema.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ProjectState;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads and words the history of a database: which migrations it has.
 *
 * <p>It reads by itself, but never writes: rows are added and removed by statements that run in the migration's own
 * transaction. A database without the table has an empty history, and reading doesn't make the table.
 */
public final class Recorder {
    /** The name of the table. */
    public static final String TABLE = "kuaka_migrations";

    private static final int LABEL_LENGTH = 255;
    private static final TableName NAME = new TableName(null, TABLE);

    private final Dialect dialect;
    private final SqlGrammar grammar;

    /** Makes a recorder for databases of one kind. */
    public Recorder(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = dialect.grammar();
    }

    /** Returns whether the database has the table. */
    public boolean hasTable(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String name = metadata.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        String pattern = name.replace("_", metadata.getSearchStringEscape() + "_");
        try (ResultSet tables =
                metadata.getTables(connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    /** Returns the migrations that the database has, and when it got each, in the database's own words. */
    public SortedMap<MigrationKey, String> applied(Connection connection) throws SQLException {
        SortedMap<MigrationKey, String> applied = new TreeMap<>();
        if (!hasTable(connection)) {
            return applied;
        }
        try (java.sql.Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select app, name, applied from " + TABLE)) {
            while (rows.next()) {
                applied.put(new MigrationKey(rows.getString(1), rows.getString(2)), rows.getString(3));
            }
        }
        return applied;
    }

    /** Returns the statements that make the table. */
    public List<Statement> createTable() {
        SchemaEditor editor = dialect.editor();
        editor.begin(0, new Step("kuaka", ProjectState.empty(), ProjectState.empty()));
        editor.createTable(new Table(
                NAME,
                List.of(
                        column("app", ColumnType.varchar(LABEL_LENGTH)),
                        column("name", ColumnType.varchar(LABEL_LENGTH)),
                        column("applied", ColumnType.of(ColumnType.Kind.TIMESTAMP_UTC))),
                List.of("app", "name"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
        return editor.finish().stream().map(PlannedStatement::statement).toList();
    }

    /** Returns the statements that add migrations to the history. */
    public List<Sql> record(Collection<MigrationKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String now = grammar.expression(Expression.now());
        String rows = keys.stream()
                .map(key -> "(" + grammar.text(key.app()) + ", " + grammar.text(key.name()) + ", " + now + ")")
                .collect(Collectors.joining(", "));
        return List.of(Sql.of("insert into " + TABLE + " (app, name, applied) values " + rows));
    }

    /** Returns the statements that take migrations out of the history. */
    public List<Sql> unrecord(Collection<MigrationKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String rows = keys.stream()
                .map(key -> "app = " + grammar.text(key.app()) + " and name = " + grammar.text(key.name()))
                .collect(Collectors.joining(" or "));
        return List.of(Sql.of("delete from " + TABLE + " where " + rows));
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, false, false, null, null, null, null);
    }
}
