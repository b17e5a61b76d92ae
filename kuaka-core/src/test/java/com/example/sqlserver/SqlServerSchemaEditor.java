package com.example.sqlserver;

import io.kuaka.expression.Expression;
import io.kuaka.schema.AlterTableEditor;
import io.kuaka.schema.TableStep;
import io.kuaka.schema.UnsupportedChangeException;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The steps on SQL Server: one statement for each change. A default is a constraint, which goes before its column. */
final class SqlServerSchemaEditor extends AlterTableEditor {
    private final SqlServerSqlGrammar grammar;

    SqlServerSchemaEditor(SqlServerTypeConversion conversion) {
        super(conversion);
        grammar = conversion.sqlServer();
    }

    @Override
    protected List<TableStep> join(List<TableStep> steps) {
        return TableStep.join(steps, (clauses, next) -> false);
    }

    @Override
    protected List<TableStep> alterColumn(TableName table, ColumnChange change) {
        Column before = change.before();
        Column after = change.after();
        if (change.changes(ColumnAttribute.IDENTITY)) {
            throw new UnsupportedChangeException(
                    "sqlserver",
                    "Column \"" + after.name() + "\" of table \"" + table
                            + "\" can't become an identity or stop being one",
                    "Create a model with the new column, copy the rows by RunSql and delete the old model.");
        }
        boolean isRetyped = change.changes(ColumnAttribute.TYPE) || change.changes(ColumnAttribute.COLLATION);
        boolean changesDefault = isRetyped || change.changes(ColumnAttribute.DEFAULT);
        List<TableStep> steps = new ArrayList<>();
        if (changesDefault && before.defaultValue() != null) {
            steps.add(alter(table, dropDefault(table, before)));
        }
        if (isRetyped) {
            conversion().before(table, change).forEach(sql -> steps.add(new TableStep.Run(sql)));
        }
        if (isRetyped || change.changes(ColumnAttribute.NULLABLE)) {
            steps.add(alter(table, grammar.alterColumn(after.name(), grammar.setType(after))));
        }
        Expression value = after.defaultValue();
        if (changesDefault && value != null) {
            steps.add(alter(table, grammar.addDefault(table, after.name(), value)));
        }
        return steps;
    }

    private Clause dropDefault(TableName table, Column column) {
        return grammar.dropConstraint(grammar.defaultName(table, column.name()));
    }

    private static TableStep alter(TableName table, Clause clause) {
        return new TableStep.Alter(table, List.of(clause));
    }

    @Override
    protected List<TableStep> beforeDropColumn(TableName table, Column column) {
        return column.defaultValue() == null ? List.of() : List.of(alter(table, dropDefault(table, column)));
    }

    @Override
    protected List<Sql> renameTable(TableName before, TableName after) {
        TableName moved = new TableName(after.schema(), before.name());
        List<Sql> statements = new ArrayList<>();
        if (!Objects.equals(before.schema(), after.schema())) {
            statements.add(grammar.transfer(Effect.Kind.TABLE, before, after.schema()));
        }
        if (!before.name().equals(after.name())) {
            statements.add(grammar.renameTable(moved, after));
        }
        return statements;
    }

    /** The names of defaults follow those of the table and its columns. */
    @Override
    protected List<Sql> afterRename(TableDiff diff) {
        List<Sql> statements = new ArrayList<>();
        for (Column column : diff.before().columns()) {
            String old = grammar.defaultName(diff.oldName(), diff.oldColumn(column.name()));
            String now = grammar.defaultName(diff.name(), column.name());
            if (column.defaultValue() != null && !old.equals(now)) {
                statements.add(grammar.renameConstraint(diff.name(), new Rename(old, now)));
            }
        }
        return statements;
    }

    @Override
    public void addCheckNotValid(List<TableChange> changes, String checkName) {
        Table table = changes.get(0).after();
        emit(Sql.of("alter table " + grammar.name(table.name()) + " with nocheck "
                + grammar.addCheck(table.check(checkName)).sql()));
    }

    @Override
    public void validateConstraint(Table table, String constraintName) {
        emit(Sql.of("alter table " + grammar.name(table.name()) + " with check check constraint "
                + grammar.identifier(constraintName)));
    }
}
