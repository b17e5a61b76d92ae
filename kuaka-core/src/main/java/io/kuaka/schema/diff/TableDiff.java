package io.kuaka.schema.diff;

import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be dropped, renamed, added and altered to change a table.
 *
 * @param oldName the table's name before
 * @param before the old table with its new name and column names, as the database supports it
 * @param after the new table, as the database supports it
 * @param renamedColumns in an order in which they can be renamed one by one
 * @param droppedColumns dropped columns, generated ones first
 * @param addedColumns added columns
 * @param alteredColumns columns that change in place
 * @param becomingGenerated columns that become generated; they are among those dropped and added
 * @param primaryKeyChanges whether the primary key has other columns
 * @param fills by column, the value for rows that have none
 */
public record TableDiff(
        TableName oldName,
        Table before,
        Table after,
        List<Rename> renamedColumns,
        List<Column> droppedColumns,
        List<Column> addedColumns,
        List<ColumnChange> alteredColumns,
        List<Column> becomingGenerated,
        boolean primaryKeyChanges,
        MemberDiff<UniqueConstraint> uniques,
        MemberDiff<CheckConstraint> checks,
        MemberDiff<ExclusionConstraint> exclusions,
        MemberDiff<ForeignKey> foreignKeys,
        MemberDiff<Index> indexes,
        Map<String, Expression> fills) {

    /** Returns what changes of tables amount to in one database. */
    public static List<TableDiff> of(SqlGrammar grammar, List<TableChange> changes) {
        return new TableComparison(grammar, changes).diffs();
    }

    /** Returns the table's name after the change. */
    public TableName name() {
        return after.name();
    }

    /** Returns whether the table gets another name or moves to another schema. */
    public boolean renamesTable() {
        return !oldName.equals(name());
    }

    /** Returns whether columns get other names. */
    public boolean renamesColumns() {
        return !renamedColumns.isEmpty();
    }

    /** Returns whether the database has nothing to do. */
    public boolean isEmpty() {
        return !renamesTable()
                && !renamesColumns()
                && droppedColumns.isEmpty()
                && addedColumns.isEmpty()
                && alteredColumns.isEmpty()
                && !primaryKeyChanges
                && Objects.equals(before.primaryKeyName(), after.primaryKeyName())
                && Stream.of(uniques, checks, exclusions, foreignKeys, indexes).allMatch(MemberDiff::isEmpty)
                && !changesComment();
    }

    /** Returns the name that a column had before. */
    public String oldColumn(String newName) {
        String old = newName;
        for (int i = renamedColumns.size() - 1; i >= 0; i--) {
            old = renamedColumns.get(i).to().equals(old) ? renamedColumns.get(i).from() : old;
        }
        return old;
    }

    /** Returns the column, as it was before, that has the name of a dropped check, which may be its own; null if there is none. */
    public @Nullable Column columnOfCheck(SqlGrammar grammar, CheckConstraint check) {
        return before.columns().stream()
                .filter(column -> column.generated() == null)
                .filter(column ->
                        grammar.catalogName(oldColumn(column.name())).equals(grammar.catalogName(check.name())))
                .findFirst()
                .map(column -> column.withName(oldColumn(column.name())))
                .orElse(null);
    }

    /** Returns whether the table had a unique or foreign key with the name of a check. */
    public boolean isNameOfKey(SqlGrammar grammar, CheckConstraint check) {
        Stream<String> uniques = before.uniques().stream().map(UniqueConstraint::name);
        Stream<String> indexes =
                before.indexes().stream().filter(Index::isUnique).map(Index::name);
        Stream<String> keys = before.foreignKeys().stream().map(ForeignKey::name);
        return Stream.of(uniques, indexes, keys).flatMap(names -> names).anyMatch(name -> grammar.catalogName(name)
                .equals(grammar.catalogName(check.name())));
    }

    /** Returns the old names of columns that get others, by their new ones. */
    public Map<String, String> oldColumns() {
        return renamedColumns.stream().collect(Collectors.toMap(Rename::to, rename -> oldColumn(rename.to())));
    }

    /** Returns whether the table's comment changes. */
    public boolean changesComment() {
        return !Objects.equals(before.comment(), after.comment());
    }

    /** Returns the value that rows get in a new column, or null for none. */
    public @Nullable Expression fill(Column column) {
        return fills.get(column.name());
    }
}
