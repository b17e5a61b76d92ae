package io.kuaka.schema;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.schema.conversion.GeneratedValueGuard;
import io.kuaka.schema.conversion.RuleGuards;
import io.kuaka.schema.conversion.ValueGuards;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps that alter one table in place.
 *
 * <p>Several tables change together: first the guard queries run and foreign keys are dropped, then one table is
 * altered after the other, and foreign keys are added last.
 */
final class TableAlteration {
    private final AlterTableEditor editor;
    private final SqlGrammar grammar;
    private final TableDiff diff;
    private final List<TableStep> steps;
    private final List<KeySwap> swaps;

    private TableAlteration(AlterTableEditor editor, TableDiff diff, List<TableStep> steps) {
        this.editor = editor;
        this.grammar = editor.grammar();
        this.diff = diff;
        this.steps = steps;
        this.swaps = editor.swapsKeys() ? KeySwap.in(diff) : List.of();
    }

    /** Returns the steps that alter tables together. */
    static List<TableStep> steps(AlterTableEditor editor, List<TableDiff> diffs) {
        List<TableStep> steps = new ArrayList<>();
        List<TableAlteration> tables = diffs.stream()
                .map(diff -> new TableAlteration(editor, diff, steps))
                .toList();
        tables.forEach(table -> ValueGuards.of(editor.conversion(), table.diff).forEach(table::run));
        RuleGuards.of(editor.conversion(), diffs).forEach(guard -> steps.add(new TableStep.Run(guard)));
        tables.forEach(TableAlteration::requireEqualValues);
        tables.forEach(TableAlteration::dropForeignKeys);
        tables.forEach(TableAlteration::alter);
        tables.forEach(TableAlteration::addForeignKeys);
        tables.forEach(TableAlteration::changeComments);
        return steps;
    }

    /** Returns the statements that create indexes, except those that the database adds implicitly. */
    static List<Sql> createIndexes(SqlGrammar grammar, Table table, List<Index> indexes) {
        return indexes.stream()
                .filter(index -> !grammar.isImplicit(table, index))
                .map(index -> grammar.createIndex(table.name(), index))
                .toList();
    }

    private void run(Sql sql) {
        steps.add(new TableStep.Run(sql));
    }

    private void run(String sql) {
        run(Sql.of(sql));
    }

    private void alter(TableName table, Stream<Clause> clauses) {
        TableStep.alter(table, clauses).forEach(steps::add);
    }

    /** No row may lose a value when a column becomes generated. */
    private void requireEqualValues() {
        diff.becomingGenerated()
                .forEach(column -> run(GeneratedValueGuard.requireEqualValues(editor.conversion(), diff, column)));
    }

    private void dropForeignKeys() {
        alter(diff.oldName(), diff.foreignKeys().dropped().stream().map(key -> grammar.dropForeignKey(key.name())));
    }

    private void alter() {
        dropIndexesAndConstraints();
        boolean generatedFirst = !grammar.supports(Feature.EXPRESSIONS_FOLLOW_RENAMES) && diff.renamesColumns();
        if (generatedFirst) {
            dropGeneratedColumns();
        }
        rename();
        addedColumns(column -> readsDropped(backfill(column))).forEach(this::fill);
        diff.alteredColumns().stream()
                .filter(change -> isFilled(change) && readsDropped(change.fill()))
                .forEach(this::fill);
        dropPrimaryKey();
        dropColumns(column -> !generatedFirst || column.generated() == null);
        addColumns(column -> column.generated() == null);
        alterColumns();
        addColumns(column -> column.generated() != null);
        addConstraintsAndIndexes();
    }

    private void dropIndexesAndConstraints() {
        withoutSwapped(diff.indexes().dropped(), KeySwap::index)
                .forEach(index -> run(grammar.dropIndex(diff.oldName(), index)));
        List<Clause> clauses = new ArrayList<>();
        withoutSwapped(diff.uniques().dropped(), KeySwap::unique)
                .forEach(unique -> clauses.add(grammar.dropUnique(unique.name())));
        diff.checks()
                .dropped()
                .forEach(check -> clauses.addAll(grammar.dropCheck(
                        diff.oldName(),
                        check.name(),
                        diff.columnOfCheck(grammar, check),
                        diff.isNameOfKey(grammar, check))));
        diff.exclusions().dropped().forEach(exclusion -> clauses.add(grammar.dropConstraint(exclusion.name())));
        alter(diff.oldName(), clauses.stream());
    }

    /** No other statement comes before the columns that leave: MySQL and MariaDB don't let a counted column be without a key. */
    private void dropPrimaryKey() {
        if (diff.primaryKeyChanges() && !diff.before().primaryKey().isEmpty()) {
            alter(
                    diff.name(),
                    Stream.of(
                            grammar.dropPrimaryKey(diff.oldName(), diff.before().primaryKeyName())));
        }
    }

    /** No column can be renamed while others are generated from it. */
    private void dropGeneratedColumns() {
        alter(
                diff.oldName(),
                diff.droppedColumns().stream()
                        .filter(column -> column.generated() != null)
                        .map(column -> grammar.dropColumn(diff.oldColumn(column.name()))));
    }

    private void rename() {
        TableName table = diff.name();
        if (diff.renamesTable()) {
            editor.renameTable(diff.oldName(), table).forEach(this::run);
        }
        diff.renamedColumns().forEach(rename -> run(grammar.renameColumn(table, rename)));
        editor.afterRename(diff).forEach(this::run);
        primaryKeyRename().forEach(rename -> run(grammar.renameConstraint(table, rename)));
        diff.uniques().renamed().forEach(rename -> run(grammar.renameUnique(table, rename)));
        diff.checks()
                .renamed()
                .forEach(rename -> run(
                        grammar.renameCheck(table, rename.from(), diff.after().check(rename.to()))));
        diff.exclusions().renamed().forEach(rename -> run(grammar.renameConstraint(table, rename)));
        diff.indexes().renamed().forEach(rename -> run(grammar.renameIndex(table, rename)));
        diff.foreignKeys().renamed().forEach(rename -> grammar.renameForeignKey(
                        table, rename.from(), diff.after().foreignKey(rename.to()))
                .forEach(this::run));
    }

    private Stream<Rename> primaryKeyRename() {
        String old = grammar.primaryKeyName(diff.oldName(), diff.before().primaryKeyName());
        String now = grammar.primaryKeyName(diff.name(), diff.after().primaryKeyName());
        if (old == null || now == null || diff.primaryKeyChanges()) {
            return Stream.empty();
        }
        return old.equals(now) || diff.after().primaryKey().isEmpty()
                ? Stream.empty()
                : Stream.of(new Rename(old, now));
    }

    private void dropColumns(Predicate<Column> which) {
        List<Column> dropped = diff.droppedColumns().stream().filter(which).toList();
        dropped.forEach(column -> editor.beforeDropColumn(diff.name(), column).forEach(steps::add));
        alter(diff.name(), dropped.stream().map(column -> grammar.dropColumn(column.name())));
    }

    /**
     * New columns without a value for existing rows are added at once, each of the others together with its values, unless it
     * has them already. Generated ones come last, because no column can change its type while others are generated from it.
     */
    private void addColumns(Predicate<Column> which) {
        List<Column> added = addedColumns(which);
        alter(
                diff.name(),
                added.stream()
                        .filter(column -> backfill(column) == null)
                        .map(column -> grammar.addColumn(diff.name(), column)));
        for (Column column : added) {
            if (backfill(column) != null) {
                Column filled = readsDropped(backfill(column)) ? withoutRules(column) : fill(column);
                alterColumn(ColumnChange.between(grammar, filled, column, null));
            }
        }
    }

    private List<Column> addedColumns(Predicate<Column> which) {
        return diff.addedColumns().stream().filter(which).toList();
    }

    /** Returns whether rows get their values from a column that is dropped, which has to be there until then. */
    private boolean readsDropped(@Nullable Expression fill) {
        return fill != null
                && diff.droppedColumns().stream()
                        .anyMatch(dropped ->
                                fill.fields().contains(dropped.name()) || fill.mentionsColumn(dropped.name()));
    }

    private @Nullable Expression backfill(Column column) {
        return column.generated() == null ? diff.fill(column) : null;
    }

    /** Adds a column with its values, and returns what it is before it gets its rules. */
    private Column fill(Column column) {
        Expression fill = Objects.requireNonNull(backfill(column));
        boolean isDefault = fill.isSameForAllRows() && !grammar.keepsApart(column.type());
        Column first = isDefault
                ? withoutRules(column).withNullable(column.isNullable()).withDefault(fill)
                : withoutRules(column);
        alter(diff.name(), Stream.of(grammar.addColumn(diff.name(), first)));
        if (!isDefault) {
            update(column, fill, null);
        }
        return first;
    }

    /** The database numbers rows that are there at once, which have other numbers if they get values. */
    private static Column withoutRules(Column column) {
        Column plain = column.isIdentity() ? column.withoutIdentity(null) : column;
        return plain.withNullable(true).withDefault(null);
    }

    private void alterColumns() {
        for (ColumnChange change : diff.alteredColumns()) {
            if (!isFilled(change)) {
                alterColumn(change);
                continue;
            }
            if (!readsDropped(change.fill())) {
                fill(change);
            }
            alterColumn(ColumnChange.between(grammar, filled(change), change.after(), null));
        }
    }

    private static boolean isFilled(ColumnChange change) {
        return change.fill() != null && change.needsFill();
    }

    /** Gives rows with null their values, for which the column has to have its type, but may still be null. */
    private void fill(ColumnChange change) {
        Column column = change.after();
        alterColumn(ColumnChange.between(grammar, change.before(), filled(change), null));
        update(
                column,
                Objects.requireNonNull(change.fill()),
                Expression.field(column.name()).isNull());
    }

    private static Column filled(ColumnChange change) {
        return change.after().withNullable(true);
    }

    private void alterColumn(ColumnChange change) {
        Generated generated = change.before().generated();
        if (change.changes(ColumnAttribute.GENERATED) && generated != null && !grammar.storesValues(generated)) {
            keepGeneratedValues(change.before());
        }
        steps.addAll(editor.alterColumn(diff.name(), change));
    }

    /** A virtual column has no stored values that a plain one could keep, so they are copied into a new column. */
    private void keepGeneratedValues(Column before) {
        String name = before.name();
        String copy = "kuaka__" + name.replace("`", "");
        run(grammar.alterTable(diff.name(), List.of(grammar.addColumn(diff.name(), before.asPlain(copy)))));
        String assignment = grammar.identifier(copy) + " = " + grammar.identifier(name);
        run(Sql.rows(grammar.update(diff.name(), List.of(assignment), null)));
        run(grammar.alterTable(diff.name(), List.of(grammar.dropColumn(name))));
        run(grammar.renameColumn(diff.name(), new Rename(copy, name)));
    }

    private void update(Column column, Expression value, @Nullable Condition condition) {
        String assignment = grammar.identifier(column.name()) + " = " + grammar.valueFor(column, value);
        String where = condition == null ? null : grammar.expression(condition);
        run(Sql.rows(grammar.update(diff.name(), List.of(assignment), where)));
        editor.afterUpdate().forEach(this::run);
    }

    private void addConstraintsAndIndexes() {
        List<Clause> clauses = new ArrayList<>();
        if (diff.primaryKeyChanges() && !diff.after().primaryKey().isEmpty()) {
            clauses.add(grammar.addPrimaryKey(diff.after()));
        }
        withoutSwapped(diff.uniques().added(), KeySwap::unique)
                .forEach(unique -> clauses.add(grammar.addUnique(unique)));
        diff.checks().added().forEach(check -> clauses.add(grammar.addCheck(check)));
        diff.exclusions().added().forEach(exclusion -> clauses.add(grammar.addExclusion(exclusion)));
        swaps.forEach(swap -> steps.add(editor.swap(diff.name(), swap)));
        alter(diff.name(), clauses.stream());
        createIndexes(grammar, diff.after(), withoutSwapped(diff.indexes().added(), KeySwap::index))
                .forEach(this::run);
    }

    private <T> List<T> withoutSwapped(List<T> rules, Function<KeySwap, T> rule) {
        List<T> swapped = swaps.stream().map(rule).toList();
        return rules.stream().filter(each -> !swapped.contains(each)).toList();
    }

    private void addForeignKeys() {
        alter(diff.name(), diff.foreignKeys().added().stream().map(grammar::addForeignKey));
    }

    private void changeComments() {
        TableName table = diff.name();
        if (diff.changesComment()) {
            run(grammar.commentOnTable(table, diff.after().comment()));
        }
        if (grammar.supports(Feature.COMMENT_STATEMENTS)) {
            Stream<Column> altered = diff.alteredColumns().stream()
                    .filter(change -> change.changes(ColumnAttribute.COMMENT))
                    .map(ColumnChange::after);
            Stream<Column> added = diff.addedColumns().stream().filter(column -> column.comment() != null);
            Stream.concat(altered, added)
                    .forEach(column -> run(grammar.commentOnColumn(table, column.name(), column.comment())));
        }
    }
}
