package io.kuaka.dialect.postgresql;

import static io.kuaka.schema.CatalogQuery.texts;

import io.kuaka.expression.Expression;
import io.kuaka.expression.RawSql;
import io.kuaka.schema.CatalogQuery;
import io.kuaka.schema.Column;
import io.kuaka.schema.ForeignKey;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.Table;
import io.kuaka.schema.TableBuilder;
import io.kuaka.schema.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's catalogs; what belongs to an extension is left out. */
final class PostgresIntrospector implements Introspector {
    private final PostgresSqlGrammar grammar;

    PostgresIntrospector(PostgresSqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, TableBuilder> tables = new LinkedHashMap<>();
        query(PostgresCatalog.TABLES, schema)
                .forEach(
                        connection,
                        row -> tables.put(
                                row.getString("table_name"),
                                new TableBuilder(name(schema, row.getString("table_name")), row.getString("comment"))));
        query(PostgresCatalog.COLUMNS, schema)
                .forEach(connection, row -> table(tables, row).add(column(row)));
        query(PostgresCatalog.CONSTRAINTS, schema)
                .forEach(connection, row -> addConstraint(table(tables, row), row, schema));
        query(PostgresCatalog.INDEXES, schema)
                .forEach(connection, row -> table(tables, row).add(index(row)));
        return tables.values().stream().map(TableBuilder::build).toList();
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        query(PostgresCatalog.SEQUENCES, schema)
                .forEach(
                        connection,
                        row -> sequences.add(new Sequence(
                                grammar.stateName(row.getString("name")),
                                schema,
                                row.getLong("start"),
                                row.getLong("increment"))));
        return sequences;
    }

    private CatalogQuery query(String sql, @Nullable String schema) {
        return schema == null
                ? CatalogQuery.of(sql.replace("<schema>", "current_schema()"))
                : CatalogQuery.of(sql.replace("<schema>", "?"), grammar.catalogName(schema));
    }

    private static TableBuilder table(Map<String, TableBuilder> tables, ResultSet row) throws SQLException {
        return Objects.requireNonNull(tables.get(row.getString("table_name")));
    }

    private TableName name(@Nullable String schema, String table) {
        return new TableName(schema, grammar.stateName(table));
    }

    private Column column(ResultSet row) throws SQLException {
        String expression = row.getString("expression");
        String generated = row.getString("generated");
        boolean computed = !generated.isEmpty();
        return new Column(
                grammar.stateName(row.getString("name")),
                ColumnType.sql(row.getString("type")),
                !row.getBoolean("not_null"),
                !row.getString("identity").isEmpty(),
                expression == null || computed ? null : Expression.sql(expression),
                computed ? new Generated(Expression.sql(expression), generated.equals("s")) : null,
                row.getString("collation"),
                row.getString("comment"));
    }

    private void addConstraint(TableBuilder table, ResultSet row, @Nullable String schema) throws SQLException {
        String name = grammar.stateName(row.getString("name"));
        boolean deferred = row.getBoolean("deferred");
        List<String> columns = names(texts(row, "columns"));
        switch (row.getString("kind")) {
            case "p" -> table.primaryKey(columns);
            case "u" ->
                table.add(new UniqueConstraint(
                        name,
                        columns,
                        null,
                        names(texts(row, "included")),
                        deferred,
                        row.getBoolean("nulls_not_distinct")));
            case "c" -> table.add(new CheckConstraint(name, Expression.sql(row.getString("expression"))));
            case "x" -> table.add(exclusion(name, row, deferred));
            case "f" ->
                table.add(new ForeignKey(
                        name,
                        columns,
                        target(row, schema),
                        names(texts(row, "target_columns")),
                        onDelete(row.getString("on_delete")),
                        deferred));
            default -> throw new SQLException("Unknown kind of constraint: " + row.getString("kind"));
        }
    }

    private TableName target(ResultSet row, @Nullable String schema) throws SQLException {
        boolean sameSchema = row.getBoolean("same_schema");
        return name(sameSchema ? schema : row.getString("target_schema"), row.getString("target"));
    }

    private ExclusionConstraint exclusion(String name, ResultSet row, boolean deferred) throws SQLException {
        List<@Nullable String> parts = texts(row, "parts");
        List<@Nullable String> operators = texts(row, "operators");
        List<ExclusionConstraint.Part> all = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            all.add(new ExclusionConstraint.Part(
                    Expression.sql(Objects.requireNonNull(parts.get(i))), Objects.requireNonNull(operators.get(i))));
        }
        return new ExclusionConstraint(
                name, row.getString("method"), all, condition(row.getString("condition")), deferred);
    }

    private Index index(ResultSet row) throws SQLException {
        List<@Nullable String> parts = texts(row, "parts");
        List<@Nullable String> columns = texts(row, "columns");
        List<@Nullable String> classes = texts(row, "classes");
        List<@Nullable String> descending = texts(row, "descending");
        List<IndexPart> keys = new ArrayList<>();
        List<String> included = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String column = columns.get(i);
            if (i >= row.getInt("keys")) {
                included.add(grammar.stateName(Objects.requireNonNull(column)));
            } else {
                keys.add(new IndexPart(
                        column == null
                                ? Expression.sql(Objects.requireNonNull(parts.get(i)))
                                : Expression.field(grammar.stateName(column)),
                        "1".equals(descending.get(i)),
                        classes.get(i)));
            }
        }
        String method = row.getString("method");
        return new Index(
                grammar.stateName(row.getString("name")),
                keys,
                row.getBoolean("is_unique"),
                method.equals("btree") ? null : method,
                condition(row.getString("condition")),
                included);
    }

    private static @Nullable RawSql condition(@Nullable String sql) {
        return sql == null ? null : Expression.sql(sql);
    }

    private List<String> names(List<@Nullable String> catalogNames) {
        return catalogNames.stream()
                .map(name -> grammar.stateName(Objects.requireNonNull(name)))
                .toList();
    }

    private static OnDelete onDelete(String code) {
        return switch (code) {
            case "r" -> OnDelete.RESTRICT;
            case "c" -> OnDelete.CASCADE;
            case "n" -> OnDelete.SET_NULL;
            case "d" -> OnDelete.SET_DEFAULT;
            default -> OnDelete.NO_ACTION;
        };
    }
}
