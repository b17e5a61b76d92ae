package io.kuaka.dialect.mysql;

import io.kuaka.schema.ServerSchemaEditor;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps on MySQL and MariaDB. A table may be copied for each statement, so clauses are held back and joined as long
 * as they follow each other and are about different things.
 */
final class MysqlSchemaEditor extends ServerSchemaEditor {
    private final MysqlSqlGrammar grammar;
    private final MysqlCasts casts;
    private final List<String> heldClauses = new ArrayList<>();
    private final Set<String> heldNames = new HashSet<>();
    private @Nullable TableName heldTable;

    MysqlSchemaEditor(MysqlSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
        casts = new MysqlCasts(grammar);
    }

    @Override
    protected void alter(TableName table, Stream<String> clauses) {
        for (String clause : clauses.toList()) {
            boolean alone = clause.startsWith("drop foreign key ");
            if (alone || !table.equals(heldTable) || heldNames.contains(subject(clause))) {
                beforeStatement();
            }
            heldTable = table;
            heldClauses.add(clause);
            if (!clause.contains(" primary key")) {
                heldNames.add(subject(clause));
            }
            if (alone) {
                beforeStatement();
            }
        }
    }

    /** Returns the column or constraint that a clause is about. */
    private static String subject(String clause) {
        String[] words = clause.split(" ", 4);
        return words.length > 2 ? words[2] : clause;
    }

    @Override
    protected void beforeStatement() {
        super.beforeStatement();
        TableName table = heldTable;
        if (table != null) {
            List<String> clauses = List.copyOf(heldClauses);
            heldTable = null;
            heldClauses.clear();
            heldNames.clear();
            emit(grammar.alterTable(table, clauses));
        }
    }

    @Override
    protected void afterChange(List<Table> before, List<Table> after) {
        beforeStatement();
    }

    @Override
    protected boolean hasCommentStatements() {
        return false;
    }

    @Override
    protected boolean comesByItself(Table table, Index index) {
        return table.foreignKeys().stream().anyMatch(key -> key.name().equals(index.name()));
    }

    @Override
    protected String dropUnique(String constraint) {
        return "drop index " + grammar.identifier(constraint);
    }

    @Override
    protected void renameUnique(TableName table, Rename rename) {
        emit(grammar.renameIndex(table, rename));
    }

    /** A check has to be made again. */
    @Override
    protected void renameCheck(TableDiff diff, Rename rename) {
        CheckConstraint check = find(diff.after().checks(), CheckConstraint::name, rename.to());
        emit(grammar.alterTable(
                diff.name(), List.of(grammar.dropConstraint(rename.from()), "add " + grammar.check(check))));
    }

    /** A foreign key has to be made again; the index that it uses has its new name already. */
    @Override
    protected void renameForeignKey(TableDiff diff, Rename rename) {
        ForeignKey key = find(diff.after().foreignKeys(), ForeignKey::name, rename.to());
        emit(grammar.alterTable(
                diff.name(), List.of(grammar.dropForeignKey(rename.from()), "add " + grammar.foreignKey(key))));
    }

    private static <T> T find(List<T> parts, Function<T, String> name, String wanted) {
        return parts.stream()
                .filter(part -> name.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The whole column is told again, whatever changes. */
    @Override
    protected List<String> alterColumn(TableName table, ColumnChange change) {
        return change.aspects().isEmpty() ? List.of() : List.of(modify(change.after()));
    }

    private String modify(Column column) {
        return "modify column " + grammar.columnDefinition(column);
    }

    @Override
    protected void beforeAlterColumn(TableName table, ColumnChange change) {
        if (change.changes(ColumnAttribute.GENERATED)) {
            keepComputedValues(table, change);
        }
        if (change.changes(ColumnAttribute.TYPE)) {
            casts.before(table, change).forEach(this::emit);
        }
    }

    @Override
    protected void afterAlterColumn(TableName table, ColumnChange change) {
        if (change.changes(ColumnAttribute.TYPE)) {
            casts.after(change).forEach(this::emit);
        }
    }

    /** A virtual column has no values that it could keep, so they are copied into a new one. */
    private void keepComputedValues(TableName table, ColumnChange change) {
        Column before = change.before();
        if (before.generated() == null || before.generated().stored()) {
            return;
        }
        String copy = "kuaka__" + before.name().replace("`", "");
        String definition = grammar.identifier(copy) + " " + grammar.columnType(before) + grammar.collate(before);
        emit(grammar.alterTable(table, List.of(grammar.addColumn(definition))));
        emit("update " + grammar.name(table) + " set " + grammar.identifier(copy) + " = "
                + grammar.identifier(before.name()));
        emit(grammar.alterTable(table, List.of(grammar.dropColumn(before.name()))));
        emit(grammar.renameColumn(table, new Rename(copy, before.name())));
    }
}
