package io.kuaka.schema.jdbc;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema from a database's catalog, and assembles its tables from the rows of several queries.
 *
 * <p>In a query {@code <schema>} stands for the schema's name. What every database provides is read here, from the
 * columns that each method names; everything else is read by the dialect. Names are converted to the state's form. Not
 * thread-safe.
 */
public final class CatalogReader {
    private static final String SCHEMA = "<schema>";
    private static final Pattern NULL = Pattern.compile("(?i)null(?:::.+)?");

    private final Connection connection;
    private final SqlGrammar grammar;
    private final @Nullable String schema;
    private final String ownSchema;
    private final Map<String, TableBuilder> tables = new LinkedHashMap<>();

    /** Takes one row about a part of a table. */
    @FunctionalInterface
    public interface PartConsumer {
        void accept(TableBuilder table, ResultSet row) throws SQLException;
    }

    /**
     * Makes a reader that has no tables yet.
     *
     * @param schema the schema to read; null for the connection's own
     * @param ownSchema the SQL that gives the name of the connection's own schema
     */
    public CatalogReader(Connection connection, SqlGrammar grammar, @Nullable String schema, String ownSchema) {
        this.connection = connection;
        this.grammar = grammar;
        this.schema = schema;
        this.ownSchema = ownSchema;
    }

    /** Runs a query and passes each row on. */
    public void forEach(String sql, CatalogQuery.RowConsumer consumer) throws SQLException {
        query(sql).forEach(connection, consumer);
    }

    private CatalogQuery query(String sql) {
        if (schema == null) {
            return CatalogQuery.of(sql.replace(SCHEMA, ownSchema));
        }
        int places = sql.split(SCHEMA, -1).length - 1;
        return new CatalogQuery(sql.replace(SCHEMA, "?"), Collections.nCopies(places, grammar.catalogName(schema)));
    }

    /** Reads the tables: {@code table_name, comment}. */
    public void readTables(String sql) throws SQLException {
        forEach(sql, row -> {
            String table = row.getString("table_name");
            tables.put(table, new TableBuilder(new TableName(schema, grammar.stateName(table)), text(row, "comment")));
        });
    }

    /** Reads parts of the tables, and passes each row on whose {@code table_name} is that of one of them. */
    public void forEachPart(String sql, PartConsumer consumer) throws SQLException {
        forEach(sql, row -> {
            TableBuilder table = tables.get(row.getString("table_name"));
            if (table != null) {
                consumer.accept(table, row);
            }
        });
    }

    /** Returns one of the tables by its name in the catalog; null if it isn't among them. */
    public @Nullable TableBuilder table(String name) {
        return tables.get(name);
    }

    /** Returns the tables with the parts added so far. */
    public List<Table> tables() {
        return tables.values().stream().map(TableBuilder::build).toList();
    }

    /** Reads the sequences: {@code name, start_value, increment}. */
    public List<Sequence> sequences(String sql) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        forEach(sql, row -> sequences.add(sequence(row)));
        return sequences;
    }

    /** Returns the sequence in a row: {@code name, start_value, increment}. */
    public Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(name(row), schema, row.getLong("start_value"), row.getLong("increment"), false);
    }

    /** Returns the traits in a query: {@code place, aspect, table_name, name, text}; a null name is that of the table. */
    public List<Trait> traits(String sql) throws SQLException {
        List<Trait> traits = new ArrayList<>();
        forEach(sql, row -> {
            String name = row.getString("name");
            traits.add(new Trait(
                    Trait.Place.valueOf(row.getString("place")),
                    Trait.Aspect.valueOf(row.getString("aspect")),
                    new TableName(schema, grammar.stateName(row.getString("table_name"))),
                    name == null || name.isEmpty() ? "" : grammar.stateName(name),
                    row.getString("text")));
        });
        return traits;
    }

    /** Returns the numbers of a query by the names of its tables: {@code table_name, size}, which may be null. */
    public Map<String, OptionalLong> numbers(String sql) throws SQLException {
        Map<String, OptionalLong> numbers = new LinkedHashMap<>();
        forEach(sql, row -> {
            long size = row.getLong("size");
            numbers.put(row.getString("table_name"), row.wasNull() ? OptionalLong.empty() : OptionalLong.of(size));
        });
        return numbers;
    }

    /**
     * Returns the column in a row: {@code name, nullable, identity, computed, is_stored, collation, comment}.
     *
     * @param defaultValue the SQL of its default, which is ignored if {@code computed} has the expression of a
     *      generated column
     */
    public Column column(ResultSet row, String type, @Nullable String defaultValue) throws SQLException {
        String computed = text(row, "computed");
        return new Column(
                name(row),
                ColumnType.sql(type),
                row.getBoolean("nullable"),
                row.getBoolean("identity"),
                false,
                computed == null ? defaultOf(defaultValue) : null,
                computed == null ? null : new Generated(Expression.sql(computed), row.getBoolean("is_stored")),
                row.getString("collation"),
                text(row, "comment"));
    }

    /** Returns the default behind its SQL. {@code default null} is none: what isn't said is null. */
    public static @Nullable Expression defaultOf(@Nullable String sql) {
        return sql == null || NULL.matcher(sql).matches() ? null : Expression.sql(sql);
    }

    /**
     * Returns the foreign key in a row: {@code name, target_schema, target, on_delete, on_update, deferred}. A target
     * without a schema is in the same one; an unknown action counts as none.
     */
    public ForeignKey foreignKey(ResultSet row, List<String> columns, List<String> targetColumns) throws SQLException {
        TableName target = new TableName(row.getString("target_schema"), row.getString("target"));
        return foreignKey(row, columns, target, targetColumns);
    }

    /**
     * Returns the foreign key in a row that doesn't name its target.
     *
     * @param target its name in the catalog; without a schema it is in the same one
     */
    public ForeignKey foreignKey(ResultSet row, List<String> columns, TableName target, List<String> targetColumns)
            throws SQLException {
        String targetSchema = target.schema();
        return new ForeignKey(
                name(row),
                columns,
                new TableName(
                        targetSchema == null ? schema : grammar.stateName(targetSchema),
                        grammar.stateName(target.name())),
                targetColumns,
                action(row.getString("on_delete")),
                action(row.getString("on_update")),
                row.getBoolean("deferred"));
    }

    private static OnDelete action(@Nullable String word) {
        return Stream.of(OnDelete.values())
                .filter(each -> each.sql().equalsIgnoreCase(word))
                .findFirst()
                .orElse(OnDelete.NO_ACTION);
    }

    /** Returns the {@code name} in a row. */
    public String name(ResultSet row) throws SQLException {
        return grammar.stateName(row.getString("name"));
    }

    /** Returns the names in an array column. */
    public List<String> names(ResultSet row, String column) throws SQLException {
        return CatalogQuery.texts(row, column).stream()
                .map(name -> grammar.stateName(Objects.requireNonNull(name)))
                .toList();
    }

    /** Returns null also for an empty text. */
    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }
}
