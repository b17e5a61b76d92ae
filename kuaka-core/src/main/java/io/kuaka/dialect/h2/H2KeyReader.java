package io.kuaka.dialect.h2;

import io.kuaka.expression.Expression;
import io.kuaka.schema.jdbc.CatalogReader;
import io.kuaka.schema.table.TableBuilder;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads constraints and indexes, of which the information schema has the columns in other tables. */
final class H2KeyReader {
    /** The name of a constraint or an index in the catalog. */
    private record Name(String schema, String name) {}

    /**
     * A column of a constraint.
     *
     * @param target its position in the key that a foreign key refers to, from 1; otherwise 0
     */
    private record KeyColumn(String name, int target) {}

    private record IndexColumn(String name, boolean isDescending) {}

    private record Constraint(Name name, Name index, TableName table, boolean isOwn) {}

    private final CatalogReader catalog;
    private final H2SqlGrammar grammar;
    private final Map<Name, List<KeyColumn>> keyColumns = new HashMap<>();
    private final Map<Name, List<IndexColumn>> indexColumns = new HashMap<>();
    private final Map<Name, Constraint> constraints = new HashMap<>();

    H2KeyReader(CatalogReader catalog, H2SqlGrammar grammar) {
        this.catalog = catalog;
        this.grammar = grammar;
    }

    /** Adds the constraints and indexes to the tables that the catalog has. */
    void read() throws SQLException {
        catalog.forEach(H2Catalog.CONSTRAINT_COLUMNS, row -> keyColumns
                .computeIfAbsent(name(row), name -> new ArrayList<>())
                .add(new KeyColumn(row.getString("column_name"), row.getInt("target_position"))));
        catalog.forEach(H2Catalog.INDEX_COLUMNS, row -> indexColumns
                .computeIfAbsent(name(row), name -> new ArrayList<>())
                .add(new IndexColumn(row.getString("column_name"), row.getBoolean("is_descending"))));
        catalog.forEach(H2Catalog.CONSTRAINTS, row -> {
            Constraint constraint = constraint(row);
            constraints.put(constraint.name(), constraint);
            addKey(constraint, row);
        });
        catalog.forEach(H2Catalog.CHECKS, row -> {
            TableBuilder table = table(constraints.get(name(row)));
            if (table != null) {
                table.add(new CheckConstraint(catalog.name(row), Expression.sql(row.getString("check_clause"))));
            }
        });
        catalog.forEach(H2Catalog.FOREIGN_KEYS, this::addForeignKey);
        catalog.forEachPart(H2Catalog.INDEXES, (table, row) -> table.add(index(row)));
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getString("schema"), row.getString("name"));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        return new Constraint(
                name(row),
                new Name(row.getString("index_schema"), row.getString("index_name")),
                new TableName(row.getString("table_schema"), row.getString("table_name")),
                row.getBoolean("is_own"));
    }

    private @Nullable TableBuilder table(@Nullable Constraint constraint) {
        return constraint == null || !constraint.isOwn()
                ? null
                : catalog.table(constraint.table().name());
    }

    private void addKey(Constraint constraint, ResultSet row) throws SQLException {
        TableBuilder table = table(constraint);
        if (table == null) {
            return;
        }
        switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> table.primaryKey(catalog.name(row), columns(constraint));
            case "UNIQUE" ->
                table.add(new UniqueConstraint(
                        catalog.name(row),
                        columns(constraint),
                        null,
                        List.of(),
                        false,
                        row.getBoolean("nulls_not_distinct")));
            case "CHECK", "FOREIGN KEY" -> {
                // Tables of their own say more about them.
            }
            default -> throw new SQLException("Unknown kind of constraint: " + row.getString("constraint_type"));
        }
    }

    private void addForeignKey(ResultSet row) throws SQLException {
        Constraint constraint = constraints.get(name(row));
        Constraint target = constraints.get(
                new Name(row.getString("unique_constraint_schema"), row.getString("unique_constraint_name")));
        TableBuilder table = table(constraint);
        if (constraint == null || target == null || table == null) {
            return;
        }
        List<String> key = columns(target);
        List<String> targets = keyColumns.getOrDefault(constraint.name(), List.of()).stream()
                .map(column -> key.get(column.target() - 1))
                .toList();
        TableName targetTable =
                target.isOwn() ? new TableName(null, target.table().name()) : target.table();
        table.add(catalog.foreignKey(row, columns(constraint), targetTable, targets));
    }

    /**
     * Returns the current names of a constraint's columns. The database reports old names until it is opened again, but
     * keeps those of the index behind the constraint up to date.
     */
    private List<String> columns(Constraint constraint) {
        List<String> columns = keyColumns.getOrDefault(constraint.name(), List.of()).stream()
                .map(KeyColumn::name)
                .toList();
        List<String> key = indexColumns.getOrDefault(constraint.index(), List.of()).stream()
                .map(IndexColumn::name)
                .limit(columns.size())
                .toList();
        Deque<String> renamed = new ArrayDeque<>(key);
        renamed.removeAll(columns);
        return columns.stream()
                .map(column -> key.contains(column) || renamed.isEmpty() ? column : renamed.remove())
                .map(grammar::stateName)
                .toList();
    }

    private Index index(ResultSet row) throws SQLException {
        List<IndexPart> parts = indexColumns.getOrDefault(name(row), List.of()).stream()
                .map(column ->
                        new IndexPart(Expression.field(grammar.stateName(column.name())), column.isDescending(), null))
                .toList();
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
