package io.kuaka.schema;

import io.kuaka.expression.Expression;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Renaming;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verbs on databases that change a table in place by {@code alter table}.
 *
 * <p>The steps of a change are those of {@link TableAlteration}. A dialect overrides the methods at the end for how it
 * alters a column, which clauses share a statement, and what else it does.
 */
public abstract class AlterTableEditor extends SchemaEditor {
    /** Makes an editor that spells and converts values as the database does. */
    protected AlterTableEditor(TypeConversion conversion) {
        super(conversion);
    }

    @Override
    public void createTable(Table wanted) {
        releaseHeld();
        noteUnsupported(wanted);
        noteCreated(wanted.name());
        Table table = grammar().adapt(wanted);
        beforeChange(List.of(), List.of(table), List.of());
        List<UniqueConstraint> late = lateUniques(table);
        emit(grammar()
                .createTable(table.withUniques(table.uniques().stream()
                        .filter(unique -> !late.contains(unique))
                        .toList())));
        if (!late.isEmpty()) {
            emit(grammar()
                    .alterTable(
                            table.name(),
                            late.stream().map(grammar()::addUnique).toList()));
        }
        TableAlteration.createIndexes(grammar(), table, table.indexes()).forEach(this::emit);
        if (grammar().supports(Feature.COMMENT_STATEMENTS)) {
            comment(table);
        }
    }

    private void comment(Table table) {
        if (table.comment() != null) {
            emit(grammar().commentOnTable(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                emit(grammar().commentOnColumn(table.name(), column.name(), column.comment()));
            }
        }
    }

    @Override
    public void dropTable(Table table) {
        releaseHeld();
        noteDropped(table.name());
        beforeChange(List.of(table), List.of(), List.of());
        emit(grammar().dropTable(table.name()));
        afterChange(List.of(table), List.of());
    }

    /**
     * A primary key that would only exist between two operations is never created: rows may violate it. What else happens
     * to the table in between is held, too, and what happens to other tables meanwhile as long as no foreign key between
     * them is concerned.
     */
    @Override
    public void alterTables(List<TableChange> changes) {
        noteUnsupported(changes);
        noteChanged(changes);
        List<TableChange> referrers = changes.subList(1, changes.size());
        boolean othersStay = referrers.stream().allMatch(other -> other.before().equals(other.after()));
        TableChange change = changes.get(0);
        if (waitsForSwap(change, othersStay)) {
            hold(change, referrers.stream().filter(other -> !isHeld(other)).toList());
            return;
        }
        boolean isHeldWith = held().joins(change) || (held().accepts(change) && canWait(change));
        boolean goesAlong = !held().all().isEmpty() && isHeldWith && isApart(change);
        if (!goesAlong) {
            releaseHeld();
        }
        if (othersStay && (goesAlong || changesKey(change))) {
            hold(change, referrers.stream().filter(other -> !isHeld(other)).toList());
        } else {
            releaseHeld();
            change(changes);
        }
    }

    /** A key that is dropped waits for the one that takes its place, as long as nothing else happens. */
    private boolean waitsForSwap(TableChange change, boolean othersStay) {
        if (!swapsKeys()) {
            return false;
        }
        List<TableChange> waiting =
                held().all().stream().map(HeldChange::change).toList();
        boolean isWaiting = !waiting.isEmpty() && waiting.stream().allMatch(KeySwap::isPossible);
        boolean goesOn = isWaiting
                && othersStay
                && KeySwap.isPossible(change)
                && held().joins(change)
                && waiting.stream().noneMatch(first -> KeySwap.undoes(first, change));
        if (isWaiting && !goesOn) {
            releaseHeld();
        }
        return goesOn || (held().all().isEmpty() && othersStay && KeySwap.begins(change));
    }

    /** The database doesn't have such a table as the states know it. */
    private boolean isHeld(TableChange referrer) {
        return held().all().stream()
                .anyMatch(old ->
                        old.change().after().name().equals(referrer.before().name()));
    }

    /** Returns whether a change concerns no foreign key between its table and others that are held. */
    private boolean isApart(TableChange change) {
        return held().all().stream()
                .map(HeldChange::change)
                .filter(old -> !old.after().name().equals(change.before().name()))
                .allMatch(old -> !dependsOn(old, change) && !dependsOn(change, old));
    }

    /** Returns whether a change may be made after later operations on other tables. */
    protected boolean canWait(TableChange change) {
        return true;
    }

    private static boolean dependsOn(TableChange change, TableChange other) {
        List<TableName> names = List.of(other.before().name(), other.after().name());
        return Stream.of(change.before(), change.after())
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> names.contains(key.target()))
                .anyMatch(key -> !other.leaves(key.targetColumns()));
    }

    private static boolean changesKey(TableChange change) {
        List<String> before = change.before().primaryKey();
        return !Renaming.rename(before, change.renamedColumns())
                .equals(change.after().primaryKey());
    }

    @Override
    protected void makeHeld(List<HeldChange> changes) {
        changes.forEach(held -> within(held, () -> change(withReferrers(held))));
    }

    private static List<TableChange> withReferrers(HeldChange held) {
        List<TableChange> changes = new ArrayList<>(List.of(held.change()));
        changes.addAll(held.referrers());
        return changes;
    }

    @Override
    protected void beforeStatement() {
        releaseHeld();
    }

    private void change(List<TableChange> changes) {
        lookAhead(changes);
        List<TableDiff> diffs = TableDiff.of(grammar(), changes);
        List<Table> before = diffs.stream().map(TableDiff::before).toList();
        List<Table> after = diffs.stream().map(TableDiff::after).toList();
        List<Expression> fills =
                diffs.stream().flatMap(diff -> diff.fills().values().stream()).toList();
        beforeChange(before, after, fills);
        alter(diffs);
        afterChange(before, after);
    }

    /** Adds the statements that change tables, and nothing that comes before or after them. */
    protected final void alter(List<TableDiff> diffs) {
        join(TableAlteration.steps(this, diffs)).forEach(step -> emit(step.sql(grammar())));
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

    /** Returns the steps that change a column, except its comment if comments have statements of their own. */
    protected List<TableStep> alterColumn(TableName table, ColumnChange change) {
        return new StandardAlterColumn(conversion()).steps(table, change);
    }

    /** Returns whether the database can make one key of another, see {@link #swap}. */
    protected boolean swapsKeys() {
        return false;
    }

    /** Returns the step that makes one key of another. */
    protected TableStep swap(TableName table, KeySwap swap) {
        throw new UnsupportedOperationException("swap of keys");
    }

    /** Returns the statements that rename a table or move it to another schema. */
    protected List<Sql> renameTable(TableName before, TableName after) {
        return List.of(grammar().renameTable(before, after));
    }

    /** Returns the statements that follow the renames of a table and its columns, for what is named after them. */
    protected List<Sql> afterRename(TableDiff diff) {
        return List.of();
    }

    /** Returns the steps that have to come before a column is dropped, for what the database doesn't drop with it. */
    protected List<TableStep> beforeDropColumn(TableName table, Column column) {
        return List.of();
    }

    /** Joins or splits the steps of a change, so that each is one statement. */
    protected List<TableStep> join(List<TableStep> steps) {
        return steps;
    }

    /**
     * Adds the statements that come before a change; for a new or a dropped table, one of the lists of tables is empty.
     *
     * @param fills the values that existing rows get
     */
    protected void beforeChange(List<Table> before, List<Table> after, List<Expression> fills) {}

    /** Adds the statements that come after a change; for a new or a dropped table, one of the lists is empty. */
    protected void afterChange(List<Table> before, List<Table> after) {}

    /** Returns the unique constraints that the database can only add to a table that is there. */
    protected List<UniqueConstraint> lateUniques(Table table) {
        return List.of();
    }
}
