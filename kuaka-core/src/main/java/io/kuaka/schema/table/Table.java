package io.kuaka.schema.table;

import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database. Its indexes, constraints and expressions name columns, not fields.
 *
 * @param primaryKey the columns of the primary key, in order; empty if there is none
 * @param primaryKeyName the name of the primary key; null for the usual one, and where the database gives it none
 */
public record Table(
        TableName name,
        List<Column> columns,
        List<String> primaryKey,
        @Nullable String primaryKeyName,
        List<UniqueConstraint> uniques,
        List<CheckConstraint> checks,
        List<ExclusionConstraint> exclusions,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        @Nullable String comment) {
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        exclusions = List.copyOf(exclusions);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
    }

    /** Returns the column {@code columnName}, if there is one. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** Returns the index {@code indexName}, which the table must have. */
    public Index index(String indexName) {
        return find("index", indexes, Index::name, indexName);
    }

    /** Returns the check {@code checkName}, which the table must have. */
    public CheckConstraint check(String checkName) {
        return find("check", checks, CheckConstraint::name, checkName);
    }

    /** Returns the foreign key {@code keyName}, which the table must have. */
    public ForeignKey foreignKey(String keyName) {
        return find("foreign key", foreignKeys, ForeignKey::name, keyName);
    }

    private <T> T find(String what, List<T> members, Function<T, String> nameOf, String wanted) {
        return members.stream()
                .filter(member -> nameOf.apply(member).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Table \"" + name + "\" has no " + what + " \"" + wanted + "\"."));
    }

    /** Returns the names of all columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** Returns this table with other checks. */
    public Table withChecks(List<CheckConstraint> newChecks) {
        return new Table(
                name,
                columns,
                primaryKey,
                primaryKeyName,
                uniques,
                newChecks,
                exclusions,
                foreignKeys,
                indexes,
                comment);
    }

    /** Returns this table with other unique constraints. */
    public Table withUniques(List<UniqueConstraint> newUniques) {
        return new Table(
                name,
                columns,
                primaryKey,
                primaryKeyName,
                newUniques,
                checks,
                exclusions,
                foreignKeys,
                indexes,
                comment);
    }

    /** Returns this table under another name. */
    public Table withName(TableName newName) {
        return new Table(
                newName,
                columns,
                primaryKey,
                primaryKeyName,
                uniques,
                checks,
                exclusions,
                foreignKeys,
                indexes,
                comment);
    }

    /** Returns this table with other foreign keys. */
    public Table withForeignKeys(List<ForeignKey> newForeignKeys) {
        return new Table(
                name,
                columns,
                primaryKey,
                primaryKeyName,
                uniques,
                checks,
                exclusions,
                newForeignKeys,
                indexes,
                comment);
    }

    /** Returns this table with other columns. */
    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name,
                newColumns,
                primaryKey,
                primaryKeyName,
                uniques,
                checks,
                exclusions,
                foreignKeys,
                indexes,
                comment);
    }

    /** Returns this table with other indexes. */
    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                name,
                columns,
                primaryKey,
                primaryKeyName,
                uniques,
                checks,
                exclusions,
                foreignKeys,
                newIndexes,
                comment);
    }

    /** Returns this table as it is in the database after columns were renamed. */
    public Table renameColumns(Map<String, String> renames) {
        if (renames.isEmpty()) {
            return this;
        }
        return new Table(
                name,
                columns.stream().map(column -> column.renameColumns(renames)).toList(),
                Renaming.rename(primaryKey, renames),
                primaryKeyName,
                uniques.stream().map(unique -> Renaming.rename(unique, renames)).toList(),
                checks.stream().map(check -> Renaming.rename(check, renames)).toList(),
                exclusions.stream()
                        .map(exclusion -> Renaming.rename(exclusion, renames))
                        .toList(),
                foreignKeys.stream()
                        .map(key -> key.withColumns(Renaming.rename(key.columns(), renames)))
                        .toList(),
                indexes.stream().map(index -> Renaming.rename(index, renames)).toList(),
                comment);
    }
}
