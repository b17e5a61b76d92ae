package io.kuaka.dialect.h2;

import static io.kuaka.schema.CatalogQuery.texts;

import io.kuaka.expression.Expression;
import io.kuaka.schema.CatalogQuery;
import io.kuaka.schema.Column;
import io.kuaka.schema.ForeignKey;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.Table;
import io.kuaka.schema.TableBuilder;
import io.kuaka.schema.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads H2's information schema. */
final class H2Introspector implements Introspector {
    private final H2SqlGrammar grammar;

    H2Introspector(H2SqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        H2Types types =
                H2Types.read(connection, query(H2Catalog.ELEMENTS, schema), query(H2Catalog.ENUM_VALUES, schema));
        Map<String, TableBuilder> tables = new LinkedHashMap<>();
        query(H2Catalog.TABLES, schema)
                .forEach(
                        connection,
                        row -> tables.put(
                                row.getString("table_name"),
                                new TableBuilder(name(schema, row.getString("table_name")), row.getString("remarks"))));
        query(H2Catalog.COLUMNS, schema)
                .forEach(connection, row -> builder(tables, row).add(column(row, types)));
        query(H2Catalog.CONSTRAINTS, schema)
                .forEach(connection, row -> addConstraint(builder(tables, row), row, schema));
        query(H2Catalog.INDEXES, schema)
                .forEach(connection, row -> builder(tables, row).add(index(row)));
        return tables.values().stream().map(TableBuilder::build).toList();
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        query(H2Catalog.SEQUENCES, schema)
                .forEach(
                        connection,
                        row -> sequences.add(new Sequence(
                                grammar.stateName(row.getString("sequence_name")),
                                schema,
                                row.getLong("start_value"),
                                row.getLong("increment"))));
        return sequences;
    }

    private CatalogQuery query(String sql, @Nullable String schema) {
        return schema == null
                ? CatalogQuery.of(sql.replace("<schema>", "schema()"))
                : CatalogQuery.of(sql.replace("<schema>", "?"), grammar.catalogName(schema));
    }

    /** Views and temporary tables have columns, too: what is read of them goes into a builder that nobody asks. */
    private TableBuilder builder(Map<String, TableBuilder> tables, ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        return tables.getOrDefault(table, new TableBuilder(name(null, table), null));
    }

    private TableName name(@Nullable String schema, String table) {
        return new TableName(schema, grammar.stateName(table));
    }

    private Column column(ResultSet row, H2Types types) throws SQLException {
        String value = row.getString("default_value");
        String computed = row.getString("generation_expression");
        return new Column(
                grammar.stateName(row.getString("column_name")),
                ColumnType.sql(types.type(row)),
                row.getBoolean("nullable"),
                row.getBoolean("identity"),
                value == null ? null : Expression.sql(value),
                computed == null ? null : new Generated(Expression.sql(computed), true),
                null,
                row.getString("remarks"));
    }

    private void addConstraint(TableBuilder table, ResultSet row, @Nullable String schema) throws SQLException {
        String name = grammar.stateName(row.getString("constraint_name"));
        List<String> columns = present(texts(row, "columns"), texts(row, "index_columns"));
        switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> table.primaryKey(columns);
            case "UNIQUE" ->
                table.add(new UniqueConstraint(
                        name, columns, null, List.of(), false, "NO".equals(row.getString("nulls_distinct"))));
            case "CHECK" -> table.add(new CheckConstraint(name, Expression.sql(row.getString("check_clause"))));
            case "FOREIGN KEY" ->
                table.add(new ForeignKey(
                        name,
                        columns,
                        target(row, schema),
                        targetColumns(row),
                        onDelete(row.getString("delete_rule")),
                        false));
            default -> throw new SQLException("Unknown kind of constraint: " + row.getString("constraint_type"));
        }
    }

    /**
     * Returns the names that the columns of a constraint have now. The database goes on to tell their old names until
     * it is opened again, but keeps those of the index behind the constraint up to date.
     */
    private List<String> present(List<@Nullable String> columns, List<@Nullable String> indexColumns) {
        List<@Nullable String> key = indexColumns.subList(0, Math.min(columns.size(), indexColumns.size()));
        Deque<@Nullable String> renamed = new ArrayDeque<>(key);
        renamed.removeAll(columns);
        return names(columns.stream()
                .map(column -> key.contains(column) || renamed.isEmpty() ? column : renamed.remove())
                .toList());
    }

    private List<String> targetColumns(ResultSet row) throws SQLException {
        List<String> key = present(texts(row, "key_columns"), texts(row, "key_index_columns"));
        return texts(row, "positions").stream()
                .map(position -> key.get(Integer.parseInt(Objects.requireNonNull(position)) - 1))
                .toList();
    }

    private TableName target(ResultSet row, @Nullable String schema) throws SQLException {
        String target = row.getString("target_schema");
        boolean sameSchema = schema == null
                ? target.equals(row.getStatement().getConnection().getSchema())
                : target.equals(grammar.catalogName(schema));
        return name(sameSchema ? schema : grammar.stateName(target), row.getString("target"));
    }

    private Index index(ResultSet row) throws SQLException {
        List<String> columns = names(texts(row, "columns"));
        List<@Nullable String> orders = texts(row, "orders");
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(new IndexPart(Expression.field(columns.get(i)), "desc".equals(orders.get(i)), null));
        }
        return new Index(
                grammar.stateName(row.getString("index_name")),
                parts,
                row.getBoolean("is_unique"),
                null,
                null,
                List.of());
    }

    private List<String> names(List<@Nullable String> catalogNames) {
        return catalogNames.stream()
                .map(name -> grammar.stateName(Objects.requireNonNull(name)))
                .toList();
    }

    private static OnDelete onDelete(String rule) {
        return switch (rule) {
            case "RESTRICT" -> OnDelete.RESTRICT;
            case "CASCADE" -> OnDelete.CASCADE;
            case "SET NULL" -> OnDelete.SET_NULL;
            case "SET DEFAULT" -> OnDelete.SET_DEFAULT;
            default -> OnDelete.NO_ACTION;
        };
    }
}
