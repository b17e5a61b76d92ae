package io.kuaka.dialect.sqlite;

import io.kuaka.schema.HeldChange;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.conversion.GeneratedValueGuard;
import io.kuaka.schema.conversion.ValueGuards;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The steps on SQLite. A table that it can't alter is rebuilt: a new table takes the rows and then the name of the old
 * one.
 *
 * <p>Changes are held back until something else depends on them, so all changes of a table in one migration need one
 * rebuild. Foreign keys are off meanwhile, and those of rebuilt tables are checked before the commit: the procedure in
 * the manual ("Making other kinds of table schema changes").
 */
final class SqliteSchemaEditor extends SchemaEditor {
    private final SqliteSqlGrammar grammar;
    private final Rebuild rebuild;
    private final Map<TableName, HeldChange> toCheck = new LinkedHashMap<>();
    private boolean replacesTables;

    SqliteSchemaEditor(SqliteSqlGrammar grammar, SqliteTypeConversion conversion) {
        super(conversion);
        this.grammar = grammar;
        rebuild = new Rebuild(grammar, conversion);
    }

    @Override
    public List<Sql> beforeTransaction() {
        return replacesTables ? List.of(Sql.setting("pragma foreign_keys = off")) : List.of();
    }

    @Override
    public List<Sql> afterTransaction() {
        return replacesTables ? List.of(Sql.setting("pragma foreign_keys = on")) : List.of();
    }

    @Override
    public void createTable(Table wanted) {
        noteUnsupported(wanted);
        noteCreated(wanted.name());
        Table table = grammar.adapt(wanted);
        releaseIfRelated(table);
        emit(grammar.createTable(table));
        table.indexes().forEach(index -> emit(grammar.createIndex(table.name(), index)));
    }

    @Override
    public void dropTable(Table table) {
        noteDropped(table.name());
        releaseIfRelated(table);
        replacesTables = true;
        toCheck.remove(table.name());
        emit(grammar.dropTable(table.name()));
    }

    @Override
    public void alterTables(List<TableChange> changes) {
        noteUnsupported(changes);
        noteChanged(changes);
        if (!changes.stream().allMatch(held()::accepts) || changes.stream().anyMatch(this::undoes)) {
            releaseHeld();
        }
        changes.forEach(this::hold);
    }

    /**
     * Who drops something and creates it again wants it as it is then, whatever the table has now. But a key that is another
     * one in between may not suit the rows.
     */
    private boolean undoes(TableChange next) {
        return !isNothing(next)
                && held().all().stream()
                        .map(HeldChange::change)
                        .filter(old -> old.after().equals(next.before()) && !isNothing(old) && keepsKey(old))
                        .anyMatch(old -> isNothing(old.then(next)));
    }

    private static boolean keepsKey(TableChange change) {
        return change.before().primaryKey().equals(change.after().primaryKey());
    }

    private boolean isNothing(TableChange change) {
        return TableDiff.of(grammar, List.of(change)).get(0).isEmpty();
    }

    private void releaseIfRelated(Table table) {
        boolean related = held().all().stream().anyMatch(old -> isRelated(old.change(), table));
        if (related || held().mayRead(table.name())) {
            releaseHeld();
        }
    }

    private boolean isRelated(TableChange old, Table table) {
        List<TableName> names = new ArrayList<>(List.of(table.name()));
        table.foreignKeys().forEach(key -> names.add(key.target()));
        List<TableName> others =
                new ArrayList<>(List.of(old.before().name(), old.after().name()));
        old.before().foreignKeys().stream().map(ForeignKey::target).forEach(others::add);
        old.after().foreignKeys().stream().map(ForeignKey::target).forEach(others::add);
        return names.stream().anyMatch(name -> others.stream().anyMatch(other -> isSame(name, other)));
    }

    private boolean isSame(TableName name, TableName other) {
        return grammar.catalogName(name.name()).equals(grammar.catalogName(other.name()));
    }

    /**
     * Renames come first, for all tables: references are adapted, and a rebuild writes the new names. Then indexes are
     * dropped, because those of other tables may take their names.
     */
    @Override
    protected void makeHeld(List<HeldChange> changes) {
        List<TableDiff> diffs =
                TableDiff.of(grammar, changes.stream().map(HeldChange::change).toList());
        forEach(changes, diffs, this::rename);
        forEach(changes, diffs, (change, diff) -> dropIndexes(diff, diffs));
        forEach(changes, diffs, this::alter);
    }

    private void forEach(List<HeldChange> changes, List<TableDiff> diffs, BiConsumer<HeldChange, TableDiff> make) {
        for (int i = 0; i < diffs.size(); i++) {
            HeldChange change = changes.get(i);
            TableDiff diff = diffs.get(i);
            within(change, () -> make.accept(change, diff));
        }
    }

    private void rename(HeldChange change, TableDiff diff) {
        ValueGuards.of(conversion(), diff).forEach(this::emit);
        diff.becomingGenerated()
                .forEach(column -> emit(GeneratedValueGuard.requireEqualValues(conversion(), diff, column)));
        grammar.renameTableExactly(diff.oldName(), diff.name()).forEach(this::emit);
        HeldChange rebuilt = toCheck.remove(diff.oldName());
        if (rebuilt != null) {
            toCheck.put(diff.name(), rebuilt);
        }
        diff.renamedColumns().forEach(rename -> emit(grammar.renameColumn(diff.name(), rename)));
    }

    private void alter(HeldChange change, TableDiff diff) {
        if (needsRebuild(diff)) {
            replacesTables = true;
            rebuild.statements(diff).forEach(this::emit);
            if (!diff.after().foreignKeys().isEmpty()) {
                toCheck.put(diff.name(), change);
            }
            return;
        }
        TableName table = diff.name();
        List<Rename> renamed = diff.indexes().renamed();
        diff.droppedColumns().forEach(column -> alter(table, grammar.dropColumn(column.name())));
        diff.addedColumns().forEach(column -> alter(table, grammar.addColumn(table, column)));
        diff.after().indexes().stream()
                .filter(index -> diff.indexes().added().contains(index)
                        || renamed.stream().anyMatch(rename -> rename.to().equals(index.name())))
                .forEach(index -> emit(grammar.createIndex(table, index)));
    }

    /** A rebuild drops all indexes of its table, but perhaps too late for another table. */
    private void dropIndexes(TableDiff diff, List<TableDiff> all) {
        diff.indexes().renamed().stream()
                .map(Rename::from)
                .filter(name -> !needsRebuild(diff) || isTaken(name, diff, all))
                .forEach(name ->
                        emit(grammar.dropIndex(diff.name(), diff.before().index(name))));
        diff.indexes().dropped().stream()
                .filter(index -> !needsRebuild(diff) || isTaken(index.name(), diff, all))
                .forEach(index -> emit(grammar.dropIndex(diff.name(), index)));
    }

    private boolean isTaken(String name, TableDiff owner, List<TableDiff> all) {
        return all.stream()
                .filter(diff -> !diff.equals(owner))
                .flatMap(diff -> diff.after().indexes().stream())
                .anyMatch(index -> grammar.catalogName(index.name()).equals(grammar.catalogName(name)));
    }

    private void alter(TableName table, Clause clause) {
        emit(grammar.alterTable(table, List.of(clause)));
    }

    /** Returns whether a change is more than {@code alter table} can do here. */
    private boolean needsRebuild(TableDiff diff) {
        return !diff.alteredColumns().isEmpty()
                || diff.primaryKeyChanges()
                || !diff.uniques().isEmpty()
                || !diff.checks().isEmpty()
                || !diff.foreignKeys().isEmpty()
                || diff.addedColumns().stream().anyMatch(column -> !canBeAdded(diff, column));
    }

    /**
     * The manual on {@code alter table add column}: not a stored generated column, and a constant default if it is NOT
     * NULL.
     */
    private boolean canBeAdded(TableDiff diff, Column column) {
        if (diff.fill(column) != null) {
            return false;
        }
        if (column.generated() != null) {
            return !column.generated().stored() && column.isNullable();
        }
        return column.defaultValue() == null ? column.isNullable() : grammar.isConstant(column.defaultValue());
    }

    @Override
    protected void endMigration() {
        toCheck.forEach((table, change) -> within(change, () -> emit(requireTargets(table))));
    }

    private Sql requireTargets(TableName table) {
        return Sql.assertEmpty(
                "pragma foreign_key_check(" + grammar.name(table) + ")",
                "Table \"" + table + "\" has rows that refer to missing rows. Fix or delete those rows first.");
    }

    @Override
    public void createIndexConcurrently(Table table, Index index) {
        releaseHeld();
        Table one = grammar.adapt(table.withIndexes(List.of(index)));
        one.indexes().forEach(adapted -> emit(grammar.createIndex(table.name(), adapted)));
    }

    @Override
    public void dropIndexConcurrently(Table table, Index index) {
        releaseHeld();
        Table one = grammar.adapt(table.withIndexes(List.of(index)));
        one.indexes().forEach(adapted -> emit(grammar.dropIndex(table.name(), adapted)));
    }
}
