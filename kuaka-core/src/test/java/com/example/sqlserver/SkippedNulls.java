package com.example.sqlserver;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Index;
import io.kuaka.state.Indexes;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets unique rules skip rows with nulls, as elsewhere: SQL Server takes two nulls for the same value.
 *
 * <p>A unique index leaves such rows out. A unique constraint can't, so an index is made in its place.
 */
final class SkippedNulls {
    private final Table table;
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    private SkippedNulls(Table table) {
        this.table = table;
        table.uniques().forEach(this::add);
        table.indexes().forEach(index -> indexes.add(skippingNulls(index)));
    }

    /** Returns the table with rules that skip nulls. */
    static Table in(Table table) {
        SkippedNulls rules = new SkippedNulls(table);
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.primaryKeyName(),
                rules.uniques,
                table.checks(),
                table.exclusions(),
                table.foreignKeys(),
                rules.indexes,
                table.comment());
    }

    private void add(UniqueConstraint unique) {
        List<String> fields = unique.fieldNames();
        if (unique.isNullsNotDistinct() || nullable(fields).isEmpty()) {
            uniques.add(unique);
        } else {
            Index index = Indexes.index(unique.name()).on(fields.toArray(String[]::new));
            indexes.add(skippingNulls(index.unique()));
        }
    }

    private Index skippingNulls(Index index) {
        Stream<Condition> isPresent = nullable(index.leadingFields()).stream()
                .map(column -> Expression.field(column).isNotNull());
        return index.isUnique() && !index.isNullsNotDistinct()
                ? Stream.concat(Stream.ofNullable(index.condition()), isPresent)
                        .reduce(Condition::and)
                        .map(index::where)
                        .orElse(index)
                : index;
    }

    private List<String> nullable(Collection<String> columns) {
        return table.columns().stream()
                .filter(column -> column.isNullable() && columns.contains(column.name()))
                .map(Column::name)
                .toList();
    }
}
