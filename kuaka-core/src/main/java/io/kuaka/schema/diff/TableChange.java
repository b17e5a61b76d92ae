package io.kuaka.schema.diff;

import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Renaming;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Generated;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table before and after a change, with what the two don't show: which columns were renamed, and what existing rows
 * get where a column becomes NOT NULL.
 *
 * @param renamedColumns from the old names to the new ones
 * @param fills by the new column name, the value for rows that have none
 */
public record TableChange(
        Table before, Table after, Map<String, String> renamedColumns, Map<String, Expression> fills) {
    public TableChange {
        renamedColumns = Map.copyOf(renamedColumns);
        fills = Map.copyOf(fills);
    }

    /**
     * Returns this change with only those renames that the database makes. A field that leaves a column which another
     * field keeps takes the values along, as they are.
     */
    public TableChange copyingShared() {
        Map<String, String> real = RenameOrder.of(this);
        Map<String, Expression> allFills = new LinkedHashMap<>(fills);
        renamedColumns.forEach((from, to) -> {
            boolean stays = !real.containsKey(from) && after.column(from).isPresent();
            if (stays && before.column(to).isEmpty()) {
                allFills.put(to, new FieldRef(from));
            }
        });
        return new TableChange(before, after, real, allFills);
    }

    /** Returns this change and {@code next}, a later one of the same table, as one. */
    public TableChange then(TableChange next) {
        Map<String, String> renames = new LinkedHashMap<>();
        for (String column : before.columnNames()) {
            String between = renamedColumns.getOrDefault(column, column);
            String last = next.renamedColumns.getOrDefault(between, between);
            if (!last.equals(column) && after.column(between).isPresent()) {
                renames.put(column, last);
            }
        }
        Map<String, Expression> allFills = new LinkedHashMap<>();
        fills.forEach((column, fill) -> allFills.put(
                next.renamedColumns.getOrDefault(column, column),
                Renaming.rename(fill, next.renamedColumns)
                        .renameTable(
                                next.before.name().name(), next.after.name().name())));
        allFills.putAll(next.fills);
        return new TableChange(before, next.after, renames, allFills);
    }

    /** Returns the name that a column had before the change. */
    private String oldName(String column) {
        return renamedColumns.entrySet().stream()
                .filter(rename -> rename.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    /** Returns the former version of the column {@code now}, if it keeps its values and changes its type. */
    public Optional<Column> retyped(Column now) {
        return before.column(oldName(now.name()))
                .filter(was -> was.generated() == null && now.generated() == null)
                .filter(was -> !was.type().equals(now.type()));
    }

    /** Returns whether a column, given by its new name, keeps its values. */
    public boolean keepsValues(String column) {
        String old = oldName(column);
        Column was = before.column(old).orElse(null);
        Column now = after.column(column).orElse(null);
        return was != null
                && now != null
                && renamedColumns.getOrDefault(old, old).equals(column)
                && !fills.containsKey(column)
                && now.generated() == null
                && was.isNullable() == now.isNullable()
                && was.type().equals(now.type());
    }

    /** Returns whether nothing happens to columns that foreign keys refer to, nor to their keys and the name of the table. */
    public boolean leaves(Collection<String> columns) {
        return before.name().equals(after.name())
                && before.primaryKey().equals(after.primaryKey())
                && before.uniques().stream()
                        .filter(unique -> unique.fieldNames().stream().anyMatch(columns::contains))
                        .allMatch(after.uniques()::contains)
                && Collections.disjoint(renamedColumns.keySet(), columns)
                && Collections.disjoint(renamedColumns.values(), columns)
                && columns.stream()
                        .allMatch(column -> before.column(column).isPresent()
                                && before.column(column).equals(after.column(column)));
    }

    /**
     * Returns whether this change and {@code next} can be made as one. They can't if {@code next} takes the name of a
     * dropped column, so that the two would look like one column, if it converts values that are converted already, or
     * computes values from some that rows get only in this change. What raw SQL reads isn't known. Nor can they if
     * {@code next} takes away what this one reads by its name: a column, or the table, which goes to another schema.
     */
    public boolean joins(TableChange next) {
        return !reusesColumn(next)
                && !convertsAgain(next)
                && !readsNewValues(next)
                && !next.fillsByRawSql()
                && !next.takesAway(fills.values());
    }

    private boolean takesAway(Collection<Expression> read) {
        boolean moves = !Objects.equals(before.name().schema(), after.name().schema());
        return read.stream()
                .filter(Expression::namesColumns)
                .anyMatch(fill -> moves || dropped().anyMatch(fill::mentionsColumn));
    }

    private Stream<String> dropped() {
        return before.columnNames().stream().filter(column -> after.column(renamedColumns.getOrDefault(column, column))
                .isEmpty());
    }

    /** Returns whether rows get values by SQL that the user wrote. */
    public boolean fillsByRawSql() {
        return fills.values().stream().anyMatch(Expression::hasRawSql);
    }

    /** Returns whether rows get values by SQL that may read another table. */
    public boolean mayRead(TableName table) {
        return fills.values().stream().anyMatch(fill -> fill.hasRawSql() && fill.mentionsTable(table.name()));
    }

    private boolean reusesColumn(TableChange next) {
        return next.after.columnNames().stream()
                .filter(column -> after.column(column).isEmpty())
                .filter(column -> !exchanges(next, column))
                .anyMatch(column -> before.columnNames().stream()
                        .filter(old -> !becomes(old, column, next))
                        .anyMatch(old -> RenameOrder.mayBeSame(old, column)));
    }

    /** Returns whether it is the same column that has another name after both changes. */
    private boolean becomes(String old, String last, TableChange next) {
        String between = renamedColumns.getOrDefault(old, old);
        return after.column(between).isPresent() && last.equals(next.renamedColumns.getOrDefault(between, between));
    }

    /** Both columns have other names then, so neither is taken for the other. */
    private boolean exchanges(TableChange next, String column) {
        return next.renamedColumns.containsValue(column)
                && renamedColumns.keySet().stream().anyMatch(old -> RenameOrder.mayBeSame(old, column));
    }

    private boolean convertsAgain(TableChange next) {
        return next.after.columns().stream()
                .flatMap(column -> next.retyped(column).stream())
                .anyMatch(column -> retyped(column).isPresent());
    }

    private boolean readsNewValues(TableChange next) {
        Stream<Expression> computed = next.after.columns().stream()
                .filter(column -> next.before.column(column.name()).stream().anyMatch(old -> old.generated() == null))
                .flatMap(column -> Stream.ofNullable(column.generated()))
                .map(Generated::expression);
        return Stream.concat(next.fills.values().stream(), computed)
                        .flatMap(expression -> expression.fields().stream())
                        .anyMatch(column -> !keepsValues(column))
                || after.columnNames().stream()
                        .filter(column -> !keepsValues(column))
                        .anyMatch(column -> next.fills.values().stream().anyMatch(fill -> fill.mentionsColumn(column)));
    }

    /** Returns the change of a table that is only renamed, or not changed at all. */
    public static TableChange between(Table before, Table after) {
        return new TableChange(before, after, Map.of(), Map.of());
    }
}
