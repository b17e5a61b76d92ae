package io.kuaka.dialect.sqlite;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.conversion.GeneratedValueGuard;
import io.kuaka.schema.conversion.ValueGuards;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps on SQLite. What it can't alter is rebuilt: a new table takes the rows and then the name of the old one.
 *
 * <p>Changes are held back until something else has to see them, so that all changes of a table in one migration make
 * one rebuild. Foreign keys are off meanwhile, and those of rebuilt tables are checked before the commit: the procedure
 * of the manual ("Making other kinds of table schema changes").
 */
final class SqliteSchemaEditor extends SchemaEditor {
    private final SqliteSqlGrammar grammar;
    private final Rebuild rebuild;
    private final List<Held> held = new ArrayList<>();
    private final Map<TableName, Integer> toCheck = new LinkedHashMap<>();
    private boolean replacesTables;

    /** A change that waits, and the last operation that had a part in it. */
    private record Held(TableChange change, int operation) {
        TableName name() {
            return change.after().name();
        }
    }

    SqliteSchemaEditor(SqliteSqlGrammar grammar) {
        this.grammar = grammar;
        rebuild = new Rebuild(grammar);
    }

    @Override
    public SqlGrammar grammar() {
        return grammar;
    }

    @Override
    public List<Sql> beforeTransaction() {
        return replacesTables ? List.of(Sql.of("pragma foreign_keys = off")) : List.of();
    }

    @Override
    public List<Sql> afterTransaction() {
        return replacesTables ? List.of(Sql.of("pragma foreign_keys = on")) : List.of();
    }

    @Override
    public void createTable(Table wanted) {
        noteUnsupported(wanted);
        Table table = grammar.adapt(wanted);
        flushIfRelated(table);
        emit(grammar.createTable(table));
        table.indexes().forEach(index -> emit(grammar.createIndex(table.name(), index)));
    }

    @Override
    public void dropTable(Table table) {
        flushIfRelated(table);
        replacesTables = true;
        toCheck.remove(table.name());
        emit(grammar.dropTable(table.name()));
    }

    @Override
    public void alterTables(List<TableChange> changes) {
        noteUnsupported(changes);
        if (changes.stream().anyMatch(this::hasToWait)) {
            flush();
        }
        changes.forEach(this::hold);
    }

    /** Returns whether a change can't be joined with the one that is held, or takes the name that another table had. */
    private boolean hasToWait(TableChange next) {
        if (!held.isEmpty() && next.fillsByRawSql()) {
            return true;
        }
        for (Held old : held) {
            if (isSame(old.name(), next.before().name()) && !old.change().joins(next)) {
                return true;
            }
            boolean renamed = !isSame(next.before().name(), next.after().name());
            if (renamed
                    && (isSame(old.change().before().name(), next.after().name())
                            || isSame(old.name(), next.after().name()))) {
                return true;
            }
        }
        return false;
    }

    private void hold(TableChange change) {
        for (int i = 0; i < held.size(); i++) {
            if (isSame(held.get(i).name(), change.before().name())) {
                held.set(i, new Held(held.get(i).change().then(change), operation()));
                return;
            }
        }
        held.add(new Held(change, operation()));
    }

    private void flushIfRelated(Table table) {
        boolean related = held.stream().anyMatch(old -> isRelated(old, table));
        if (related) {
            flush();
        }
    }

    private boolean isRelated(Held old, Table table) {
        List<TableName> names = new ArrayList<>(List.of(table.name()));
        table.foreignKeys().forEach(key -> names.add(key.target()));
        List<TableName> others = new ArrayList<>(List.of(old.change().before().name(), old.name()));
        old.change().before().foreignKeys().stream().map(ForeignKey::target).forEach(others::add);
        old.change().after().foreignKeys().stream().map(ForeignKey::target).forEach(others::add);
        return names.stream().anyMatch(name -> others.stream().anyMatch(other -> isSame(name, other)));
    }

    private boolean isSame(TableName name, TableName other) {
        return grammar.catalogName(name.name()).equals(grammar.catalogName(other.name()));
    }

    /** Renames come first, for all tables: references to what is renamed follow, and a rebuild writes the new names. */
    @Override
    protected void flush() {
        List<Held> waiting = new ArrayList<>(held);
        held.clear();
        waiting.sort(Comparator.comparingInt(Held::operation));
        List<TableDiff> diffs =
                TableDiff.of(grammar, waiting.stream().map(Held::change).toList());
        for (int i = 0; i < diffs.size(); i++) {
            rename(waiting.get(i).operation(), diffs.get(i));
        }
        for (int i = 0; i < diffs.size(); i++) {
            alter(waiting.get(i).operation(), diffs.get(i));
        }
    }

    private void rename(int operation, TableDiff diff) {
        ValueGuards.of(grammar, diff).forEach(sql -> emit(operation, sql));
        diff.becomingGenerated()
                .forEach(column -> emit(operation, GeneratedValueGuard.requireEqualValues(grammar, diff, column)));
        if (!isSame(diff.oldName(), diff.name())) {
            emit(operation, Sql.of(grammar.renameTable(diff.oldName(), diff.name())));
            Integer rebuilt = toCheck.remove(diff.oldName());
            if (rebuilt != null) {
                toCheck.put(diff.name(), rebuilt);
            }
        }
        diff.renamedColumns().forEach(rename -> emit(operation, Sql.of(grammar.renameColumn(diff.name(), rename))));
    }

    private void alter(int operation, TableDiff diff) {
        if (needsRebuild(diff)) {
            replacesTables = true;
            rebuild.statements(diff).forEach(sql -> emit(operation, sql));
            if (!diff.after().foreignKeys().isEmpty()) {
                toCheck.put(diff.name(), operation);
            }
            return;
        }
        TableName table = diff.name();
        List<String> sql = new ArrayList<>();
        List<String> renamedIndexes =
                diff.indexes().renamed().stream().map(rename -> rename.to()).toList();
        diff.indexes().renamed().forEach(rename -> sql.add("drop index " + grammar.identifier(rename.from())));
        diff.indexes().dropped().forEach(index -> sql.add(grammar.dropIndex(table, index)));
        diff.droppedColumns()
                .forEach(column -> sql.add(grammar.alterTable(table, List.of(grammar.dropColumn(column.name())))));
        diff.addedColumns()
                .forEach(column -> sql.add(
                        grammar.alterTable(table, List.of(grammar.addColumn(grammar.columnDefinition(column))))));
        diff.after().indexes().stream()
                .filter(index -> renamedIndexes.contains(index.name())
                        || diff.indexes().added().contains(index))
                .forEach(index -> sql.add(grammar.createIndex(table, index)));
        sql.forEach(text -> emit(operation, Sql.of(text)));
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

    /** The manual on {@code alter table add column}: no stored computation, and a constant where null isn't allowed. */
    private boolean canBeAdded(TableDiff diff, Column column) {
        if (diff.fill(column) != null) {
            return false;
        }
        if (column.generated() != null) {
            return !column.generated().stored() && column.nullable();
        }
        return column.defaultValue() == null ? column.nullable() : grammar.isConstant(column.defaultValue());
    }

    @Override
    protected void close() {
        toCheck.forEach((table, operation) -> emit(
                operation,
                Sql.assertEmpty(
                        "pragma foreign_key_check(" + grammar.name(table) + ")",
                        "Table \"" + table
                                + "\" has rows that refer to rows that don't exist. Delete or update them before"
                                + " the table changes.")));
    }

    @Override
    public void createIndexConcurrently(Table table, Index index) {
        flush();
        Table one = grammar.adapt(table.withIndexes(List.of(index)));
        one.indexes().forEach(fit -> emit(grammar.createIndex(table.name(), fit)));
    }

    @Override
    public void dropIndexConcurrently(Table table, Index index) {
        flush();
        Table one = grammar.adapt(table.withIndexes(List.of(index)));
        one.indexes().forEach(fit -> emit(grammar.dropIndex(table.name(), fit)));
    }
}
