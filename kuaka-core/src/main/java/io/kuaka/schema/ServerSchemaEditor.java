package io.kuaka.schema;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.conversion.GeneratedValueGuard;
import io.kuaka.schema.conversion.RuleGuards;
import io.kuaka.schema.conversion.ValueGuards;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps for databases that change a table in place by {@code alter table}.
 *
 * <p>Several tables change together: all foreign keys that are in the way go first, then the tables are changed one
 * after the other, and all foreign keys that are needed come last. A database differs from its kin by its grammar, by
 * {@link #alterColumn}, and by the few hooks at the end.
 */
public abstract class ServerSchemaEditor extends SchemaEditor {
    private final SqlGrammar grammar;
    private @Nullable HeldKeyChange held;

    /** Makes an editor that spells as {@code grammar} says. */
    protected ServerSchemaEditor(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public final SqlGrammar grammar() {
        return grammar;
    }

    @Override
    public void createTable(Table wanted) {
        flush();
        noteUnsupported(wanted);
        Table table = grammar.adapt(wanted);
        beforeChange(List.of(), List.of(table));
        emit(grammar.createTable(table));
        createIndexes(table, table.indexes());
        if (hasCommentStatements()) {
            comment(table);
        }
    }

    private void comment(Table table) {
        if (table.comment() != null) {
            emit(grammar.commentOnTable(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                emit(grammar.commentOnColumn(table.name(), column.name(), column.comment()));
            }
        }
    }

    @Override
    public void dropTable(Table table) {
        flush();
        beforeChange(List.of(table), List.of());
        emit(grammar.dropTable(table.name()));
        afterChange(List.of(table), List.of());
    }

    @Override
    public void alterTables(List<TableChange> changes) {
        noteUnsupported(changes);
        HeldKeyChange next = HeldKeyChange.of(changes, operation(), step());
        if (held != null && next != null && held.joins(next)) {
            held = held.then(next);
        } else {
            flush();
            held = next;
        }
        if (next == null) {
            change(changes);
        }
    }

    /** A primary key that would only stand between two operations is never made: the rows may not have it. */
    @Override
    protected void flush() {
        HeldKeyChange last = held;
        if (last != null) {
            held = null;
            asPartOf(last.operation(), last.step(), () -> change(List.of(last.change())));
        }
    }

    @Override
    protected void beforeStatement() {
        flush();
    }

    private void change(List<TableChange> changes) {
        List<TableDiff> diffs = TableDiff.of(grammar, changes);
        List<Table> before = diffs.stream().map(TableDiff::before).toList();
        List<Table> after = diffs.stream().map(TableDiff::after).toList();
        beforeChange(before, after);
        diffs.forEach(diff -> ValueGuards.of(grammar, diff).forEach(this::emit));
        RuleGuards.of(grammar, diffs).forEach(this::emit);
        diffs.forEach(this::requireEqualValues);
        diffs.forEach(this::dropForeignKeys);
        diffs.forEach(this::alterTable);
        diffs.forEach(this::addForeignKeys);
        diffs.forEach(this::changeComments);
        afterChange(before, after);
    }

    private void alterTable(TableDiff diff) {
        dropIndexesAndConstraints(diff);
        boolean generatedFirst = !grammar.supports(Feature.EXPRESSIONS_FOLLOW_RENAMES) && diff.renamesColumns();
        if (generatedFirst) {
            dropGeneratedColumns(diff);
        }
        rename(diff);
        dropColumns(diff, column -> !generatedFirst || column.generated() == null);
        addColumns(diff, column -> column.generated() == null);
        alterColumns(diff);
        addColumns(diff, column -> column.generated() != null);
        addConstraintsAndIndexes(diff);
    }

    /** A column can become generated if no row loses a value by it. */
    private void requireEqualValues(TableDiff diff) {
        diff.becomingGenerated().forEach(column -> emit(GeneratedValueGuard.requireEqualValues(grammar, diff, column)));
    }

    private void dropForeignKeys(TableDiff diff) {
        alter(diff.oldName(), diff.foreignKeys().dropped().stream().map(key -> grammar.dropForeignKey(key.name())));
    }

    private void dropIndexesAndConstraints(TableDiff diff) {
        diff.indexes().dropped().forEach(index -> emit(grammar.dropIndex(diff.oldName(), index)));
        List<String> clauses = new ArrayList<>();
        diff.uniques().dropped().forEach(unique -> clauses.add(dropUnique(unique.name())));
        diff.checks().dropped().forEach(check -> clauses.add(grammar.dropConstraint(check.name())));
        diff.exclusions().dropped().forEach(exclusion -> clauses.add(grammar.dropConstraint(exclusion.name())));
        String primaryKey = grammar.primaryKeyName(diff.oldName());
        if (diff.primaryKeyChanges() && !diff.before().primaryKey().isEmpty()) {
            clauses.add(grammar.dropPrimaryKey(primaryKey == null ? "" : primaryKey));
        }
        alter(diff.oldName(), clauses.stream());
    }

    private void rename(TableDiff diff) {
        if (diff.renamesTable()) {
            renameTable(diff.oldName(), diff.name());
        }
        TableName table = diff.name();
        diff.renamedColumns().forEach(rename -> emit(grammar.renameColumn(table, rename)));
        Consumer<Rename> constraint = rename -> emit(grammar.renameConstraint(table, rename));
        primaryKeyRename(diff).forEach(constraint);
        diff.uniques().renamed().forEach(rename -> renameUnique(table, rename));
        diff.checks().renamed().forEach(rename -> renameCheck(diff, rename));
        diff.exclusions().renamed().forEach(constraint);
        diff.indexes().renamed().forEach(rename -> emit(grammar.renameIndex(table, rename)));
        diff.foreignKeys().renamed().forEach(rename -> renameForeignKey(diff, rename));
    }

    private Stream<Rename> primaryKeyRename(TableDiff diff) {
        String old = grammar.primaryKeyName(diff.oldName());
        String now = grammar.primaryKeyName(diff.name());
        if (old == null || now == null || diff.primaryKeyChanges()) {
            return Stream.empty();
        }
        return old.equals(now) || diff.after().primaryKey().isEmpty()
                ? Stream.empty()
                : Stream.of(new Rename(old, now));
    }

    /** No column can be renamed while others are computed from it. */
    private void dropGeneratedColumns(TableDiff diff) {
        alter(
                diff.oldName(),
                diff.droppedColumns().stream()
                        .filter(column -> column.generated() != null)
                        .map(column -> grammar.dropColumn(diff.oldColumn(column.name()))));
    }

    private void dropColumns(TableDiff diff, Predicate<Column> which) {
        alter(
                diff.name(),
                diff.droppedColumns().stream().filter(which).map(column -> grammar.dropColumn(column.name())));
    }

    /**
     * New columns that nobody fills are added at once, each of the others together with its values. Computed ones come
     * last, for no type changes under them.
     */
    private void addColumns(TableDiff diff, Predicate<Column> which) {
        List<Column> added = diff.addedColumns().stream().filter(which).toList();
        List<String> clauses = new ArrayList<>();
        for (Column column : added) {
            if (diff.fill(column) == null || column.generated() != null) {
                clauses.add(grammar.addColumn(grammar.columnDefinition(column)));
            }
        }
        alter(diff.name(), clauses.stream());
        for (Column column : added) {
            Expression fill = diff.fill(column);
            if (fill != null && column.generated() == null) {
                addFilled(diff, column, fill);
            }
        }
    }

    private void addFilled(TableDiff diff, Column column, Expression fill) {
        Column first = fill.isSameForAllRows()
                ? column.withDefault(fill)
                : column.withNullable(true).withDefault(null);
        alter(diff.name(), Stream.of(grammar.addColumn(grammar.columnDefinition(first))));
        if (!fill.isSameForAllRows()) {
            update(diff.name(), column, fill, null);
        }
        ColumnChange rest = ColumnChange.between(grammar, first, column, null);
        if (!rest.aspects().isEmpty()) {
            alter(diff.name(), alterColumn(diff.name(), rest).stream());
        }
    }

    private void alterColumns(TableDiff diff) {
        for (ColumnChange change : diff.alteredColumns()) {
            Expression fill = change.fill();
            if (fill == null || !change.needsFill()) {
                alter(diff, change);
            } else {
                Column between = change.after().withNullable(true);
                alter(diff, ColumnChange.between(grammar, change.before(), between, null));
                update(
                        diff.name(),
                        change.after(),
                        fill,
                        Expression.field(change.after().name()).isNull());
                alter(diff, ColumnChange.between(grammar, between, change.after(), null));
            }
        }
    }

    private void alter(TableDiff diff, ColumnChange change) {
        beforeAlterColumn(diff.name(), change);
        alter(diff.name(), alterColumn(diff.name(), change).stream());
        afterAlterColumn(diff.name(), change);
    }

    private void update(TableName table, Column column, Expression value, @Nullable Condition condition) {
        String assignment = grammar.identifier(column.name()) + " = " + grammar.expression(value);
        emit(grammar.update(table, List.of(assignment), condition == null ? null : grammar.expression(condition)));
        afterUpdate();
    }

    private void addConstraintsAndIndexes(TableDiff diff) {
        List<String> clauses = new ArrayList<>();
        if (diff.primaryKeyChanges() && !diff.after().primaryKey().isEmpty()) {
            clauses.add(grammar.addConstraint(grammar.primaryKey(diff.after())));
        }
        diff.uniques().added().forEach(unique -> clauses.add(grammar.addConstraint(grammar.unique(unique))));
        diff.checks().added().forEach(check -> clauses.add(grammar.addConstraint(grammar.check(check))));
        diff.exclusions()
                .added()
                .forEach(exclusion -> clauses.add(grammar.addConstraint(grammar.exclusion(exclusion))));
        alter(diff.name(), clauses.stream());
        createIndexes(diff.after(), diff.indexes().added());
    }

    private void createIndexes(Table table, List<Index> indexes) {
        indexes.stream()
                .filter(index -> !comesByItself(table, index))
                .forEach(index -> emit(grammar.createIndex(table.name(), index)));
    }

    private void addForeignKeys(TableDiff diff) {
        alter(
                diff.name(),
                diff.foreignKeys().added().stream().map(key -> grammar.addConstraint(grammar.foreignKey(key))));
    }

    private void changeComments(TableDiff diff) {
        if (diff.changesComment()) {
            emit(grammar.commentOnTable(diff.name(), diff.after().comment()));
        }
        if (hasCommentStatements()) {
            for (ColumnChange change : diff.alteredColumns()) {
                if (change.changes(ColumnAttribute.COMMENT)) {
                    emit(grammar.commentOnColumn(
                            diff.name(), change.after().name(), change.after().comment()));
                }
            }
            for (Column column : diff.addedColumns()) {
                if (column.comment() != null) {
                    emit(grammar.commentOnColumn(diff.name(), column.name(), column.comment()));
                }
            }
        }
    }

    /** Makes changes of one table in one statement, or in one each where the database has it so. */
    protected void alter(TableName table, Stream<String> clauses) {
        List<String> all = clauses.toList();
        if (joinsClauses() && !all.isEmpty()) {
            emit(grammar.alterTable(table, all));
        } else {
            all.forEach(clause -> emit(grammar.alterTable(table, List.of(clause))));
        }
    }

    @Override
    public void createIndexConcurrently(Table table, Index index) {
        alterTables(List.of(TableChange.between(without(table, index), table)));
    }

    @Override
    public void dropIndexConcurrently(Table table, Index index) {
        alterTables(List.of(TableChange.between(table, without(table, index))));
    }

    private static Table without(Table table, Index index) {
        return table.withIndexes(
                table.indexes().stream().filter(other -> !other.equals(index)).toList());
    }

    /** Returns the clauses that change a column. What they do to comments is done by {@link #hasCommentStatements}. */
    protected abstract List<String> alterColumn(TableName table, ColumnChange change);

    /** Renames a table, or moves it to another schema. */
    protected void renameTable(TableName before, TableName after) {
        emit(grammar.renameTable(before, after));
    }

    /** Renames a unique constraint. */
    protected void renameUnique(TableName table, Rename rename) {
        emit(grammar.renameConstraint(table, rename));
    }

    /** Renames a check. */
    protected void renameCheck(TableDiff diff, Rename rename) {
        emit(grammar.renameConstraint(diff.name(), rename));
    }

    /** Renames a foreign key. */
    protected void renameForeignKey(TableDiff diff, Rename rename) {
        emit(grammar.renameConstraint(diff.name(), rename));
    }

    /** Returns the clause that drops a unique constraint. */
    protected String dropUnique(String constraint) {
        return grammar.dropConstraint(constraint);
    }

    /** Returns whether comments have statements of their own; otherwise they are part of definitions. */
    protected boolean hasCommentStatements() {
        return grammar.supports(Feature.COMMENTS);
    }

    /** Returns whether the database makes an index without being told, together with a foreign key for instance. */
    protected boolean comesByItself(Table table, Index index) {
        return false;
    }

    /** Returns whether one statement can have several clauses. */
    protected boolean joinsClauses() {
        return true;
    }

    /** Adds what has to be done before tables change; for a new or a dropped table one of the lists is empty. */
    protected void beforeChange(List<Table> before, List<Table> after) {}

    /** Adds what has to be done after tables have changed; for a new or a dropped table one of the lists is empty. */
    protected void afterChange(List<Table> before, List<Table> after) {}

    /** Adds what has to be done before a column is altered. */
    protected void beforeAlterColumn(TableName table, ColumnChange change) {}

    /** Adds what has to be done after a column was altered. */
    protected void afterAlterColumn(TableName table, ColumnChange change) {}

    /** Adds what has to be done after rows were given values. */
    protected void afterUpdate() {}
}
