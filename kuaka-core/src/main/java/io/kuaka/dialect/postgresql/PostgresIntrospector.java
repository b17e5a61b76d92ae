package io.kuaka.dialect.postgresql;

import static io.kuaka.schema.jdbc.CatalogQuery.texts;

import io.kuaka.expression.Expression;
import io.kuaka.expression.RawSql;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.SerialColumn;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's catalogs; what belongs to an extension is left out. */
final class PostgresIntrospector implements Introspector {
    private final PostgresSqlGrammar grammar;

    PostgresIntrospector(PostgresSqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) throws SQLException {
        CatalogReader catalog = catalog(connection, schema);
        catalog.readTables(PostgresCatalog.TABLES);
        catalog.forEachPart(PostgresCatalog.COLUMNS, (table, row) -> table.add(column(catalog, row)));
        catalog.forEachPart(PostgresCatalog.CONSTRAINTS, (table, row) -> addConstraint(table, catalog, row));
        catalog.forEachPart(PostgresCatalog.INDEXES, (table, row) -> table.add(index(catalog, row)));
        return catalog.tables();
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).sequences(PostgresCatalog.SEQUENCES);
    }

    @Override
    public List<SerialColumn> serialColumns(Connection connection, @Nullable String schema) throws SQLException {
        List<SerialColumn> columns = new ArrayList<>();
        CatalogReader catalog = catalog(connection, schema);
        catalog.forEach(
                PostgresCatalog.SERIAL_COLUMNS,
                row -> columns.add(new SerialColumn(
                        new TableName(schema, grammar.stateName(row.getString("table_name"))),
                        grammar.stateName(row.getString("column_name")),
                        Expression.sql(row.getString("default_value")),
                        catalog.sequence(row))));
        return columns;
    }

    @Override
    public Set<String> invalidIndexes(Connection connection, @Nullable String schema) throws SQLException {
        Set<String> names = new TreeSet<>();
        CatalogQuery.of(
                        "select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid"
                                + " and c.relnamespace = to_regnamespace(coalesce(nullif(?, ''), current_schema()))",
                        schema == null ? "" : schema)
                .forEach(connection, row -> names.add(row.getString(1)));
        return names;
    }

    @Override
    public Map<String, List<String>> enumerations(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        CatalogReader catalog = catalog(connection, schema);
        catalog.forEach(PostgresCatalog.ENUMERATIONS, row -> values.computeIfAbsent(
                        catalog.name(row), name -> new ArrayList<>())
                .add(row.getString("enum_value")));
        return values;
    }

    @Override
    public Map<String, OptionalLong> estimatedRows(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).numbers(PostgresCatalog.ROWS);
    }

    @Override
    public Set<String> others(Connection connection, @Nullable String schema) throws SQLException {
        Set<String> words = new TreeSet<>();
        catalog(connection, schema).forEach(PostgresCatalog.OTHERS, row -> words.add(row.getString("words")));
        return words;
    }

    @Override
    public List<Trait> traits(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).traits(PostgresTraits.ALL);
    }

    private CatalogReader catalog(Connection connection, @Nullable String schema) {
        return new CatalogReader(connection, grammar, schema, "current_schema()");
    }

    private static Column column(CatalogReader catalog, ResultSet row) throws SQLException {
        String type = row.getString("type");
        return catalog.column(row, type, DeparsedText.momentary(type, row.getString("default_value")));
    }

    private static void addConstraint(TableBuilder table, CatalogReader catalog, ResultSet row) throws SQLException {
        String name = catalog.name(row);
        boolean deferred = row.getBoolean("deferred");
        List<String> columns = catalog.names(row, "columns");
        switch (row.getString("kind")) {
            case "p" -> table.primaryKey(name, columns);
            case "u" ->
                table.add(new UniqueConstraint(
                        name,
                        columns,
                        null,
                        catalog.names(row, "included"),
                        deferred,
                        row.getBoolean("nulls_not_distinct")));
            case "c" ->
                table.add(new CheckConstraint(name, Expression.sql(DeparsedText.lasting(row.getString("expression")))));
            case "x" -> table.add(exclusion(name, row, deferred));
            case "f" -> table.add(catalog.foreignKey(row, columns, catalog.names(row, "target_columns")));
            default -> throw new SQLException("Unknown kind of constraint: " + row.getString("kind"));
        }
    }

    private static ExclusionConstraint exclusion(String name, ResultSet row, boolean deferred) throws SQLException {
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

    private Index index(CatalogReader catalog, ResultSet row) throws SQLException {
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
                catalog.name(row),
                keys,
                row.getBoolean("is_unique"),
                method.equals("btree") ? null : method,
                condition(row.getString("condition")),
                included,
                row.getBoolean("nulls_not_distinct"));
    }

    private static @Nullable RawSql condition(@Nullable String sql) {
        return sql == null ? null : Expression.sql(DeparsedText.lasting(sql));
    }
}
