package io.kuaka.dialect.h2;

import static io.kuaka.schema.jdbc.CatalogQuery.texts;

import io.kuaka.expression.Expression;
import io.kuaka.schema.Introspector;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        CatalogReader catalog = catalog(connection, schema);
        H2TypeReader types = H2TypeReader.read(catalog);
        catalog.readTables(H2Catalog.TABLES);
        catalog.forEachPart(
                H2Catalog.COLUMNS,
                (table, row) -> table.add(catalog.column(row, types.type(row), row.getString("default_value"))));
        catalog.forEachPart(H2Catalog.CONSTRAINTS, (table, row) -> addConstraint(table, catalog, row));
        catalog.forEachPart(H2Catalog.INDEXES, (table, row) -> table.add(index(catalog, row)));
        return catalog.tables();
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).sequences(H2Catalog.SEQUENCES);
    }

    @Override
    public Map<String, Long> estimatedRows(Connection connection, @Nullable String schema) throws SQLException {
        return catalog(connection, schema).numbers(H2Catalog.ROWS);
    }

    private CatalogReader catalog(Connection connection, @Nullable String schema) {
        return new CatalogReader(connection, grammar, schema, "schema()");
    }

    private void addConstraint(TableBuilder table, CatalogReader catalog, ResultSet row) throws SQLException {
        String name = catalog.name(row);
        List<String> columns = present(texts(row, "columns"), texts(row, "index_columns"));
        switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> table.primaryKey(columns);
            case "UNIQUE" ->
                table.add(new UniqueConstraint(
                        name, columns, null, List.of(), false, row.getBoolean("nulls_not_distinct")));
            case "CHECK" -> table.add(new CheckConstraint(name, Expression.sql(row.getString("check_clause"))));
            case "FOREIGN KEY" -> table.add(catalog.foreignKey(row, columns, targetColumns(row)));
            default -> throw new SQLException("Unknown kind of constraint: " + row.getString("constraint_type"));
        }
    }

    /**
     * Returns the current names of a constraint's columns. The database reports old names until it is opened again, but
     * keeps those of the index behind the constraint up to date.
     */
    private List<String> present(List<@Nullable String> columns, List<@Nullable String> indexColumns) {
        List<@Nullable String> key = indexColumns.subList(0, Math.min(columns.size(), indexColumns.size()));
        Deque<@Nullable String> renamed = new ArrayDeque<>(key);
        renamed.removeAll(columns);
        return columns.stream()
                .map(column -> key.contains(column) || renamed.isEmpty() ? column : renamed.remove())
                .map(column -> grammar.stateName(Objects.requireNonNull(column)))
                .toList();
    }

    private List<String> targetColumns(ResultSet row) throws SQLException {
        List<String> key = present(texts(row, "key_columns"), texts(row, "key_index_columns"));
        return texts(row, "positions").stream()
                .map(position -> key.get(Integer.parseInt(Objects.requireNonNull(position)) - 1))
                .toList();
    }

    private static Index index(CatalogReader catalog, ResultSet row) throws SQLException {
        List<String> columns = catalog.names(row, "columns");
        List<@Nullable String> orders = texts(row, "orders");
        List<IndexPart> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(new IndexPart(Expression.field(columns.get(i)), "desc".equals(orders.get(i)), null));
        }
        return new Index(
                catalog.name(row),
                parts,
                row.getBoolean("is_unique"),
                null,
                null,
                List.of(),
                row.getBoolean("nulls_not_distinct"));
    }
}
