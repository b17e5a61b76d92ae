package io.kuaka.dialect.h2;

import io.kuaka.schema.AlterTableEditor;
import io.kuaka.schema.TableStep;
import io.kuaka.schema.UnsupportedChangeException;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The steps on H2: one statement for each change. The database copies the table by itself if it has to. */
final class H2SchemaEditor extends AlterTableEditor {
    private final H2TypeConversion conversion;

    H2SchemaEditor(H2TypeConversion conversion) {
        super(conversion);
        this.conversion = conversion;
    }

    @Override
    protected List<TableStep> join(List<TableStep> steps) {
        return TableStep.join(steps, (clauses, next) -> false);
    }

    @Override
    protected List<Sql> renameTable(TableName before, TableName after) {
        if (!Objects.equals(before.schema(), after.schema())) {
            throw new UnsupportedChangeException(
                    "h2",
                    "Table \"" + before + "\" can't be moved to \"" + after + "\"",
                    "Create a model with the new table, copy the rows with RunSql and delete the old model.");
        }
        return super.renameTable(before, after);
    }

    @Override
    protected List<TableStep> alterColumn(TableName table, ColumnChange change) {
        List<TableStep> steps = new ArrayList<>();
        conversion.moved(change).ifPresent(clause -> steps.add(new TableStep.Alter(table, List.of(clause))));
        steps.addAll(super.alterColumn(table, change));
        Column after = change.after();
        boolean staysIdentity = after.isIdentity() && !change.changes(ColumnAttribute.IDENTITY);
        if (staysIdentity && change.changes(ColumnAttribute.TYPE)) {
            // The numbers would end at the limit of the former type.
            steps.add(new TableStep.Alter(table, List.of(grammar().alterColumn(after.name(), "set no maxvalue"))));
        }
        return steps;
    }
}
