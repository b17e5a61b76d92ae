package io.kuaka.schema.conversion;

import io.kuaka.expression.Expression;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Renaming;
import java.util.List;
import java.util.Objects;

/** Guards the values of columns that become generated. */
public final class GeneratedValueGuard {
    private GeneratedValueGuard() {}

    /**
     * Returns the query that finds rows whose value differs from the generated one. It runs before anything is changed,
     * so it has the old names.
     */
    public static Sql requireEqualValues(TypeConversion conversion, TableDiff diff, Column column) {
        SqlGrammar grammar = conversion.grammar();
        Expression computed = Objects.requireNonNull(column.generated()).expression();
        Expression old = Renaming.rename(computed, diff.oldColumns());
        String name = grammar.identifier(diff.oldColumn(column.name()));
        String value = grammar.operand(old);
        String condition = conversion.differs(column, name, value) + " or " + grammar.onlyOneIsNull(name, value);
        return Sql.assertEmpty(
                grammar.select(Select.of(diff.oldName(), List.of("1")).where(condition)),
                "Column \"" + column.name() + "\" of table \"" + diff.oldName()
                        + "\" has values that differ from the generated ones. Remove the field and add it again, or"
                        + " update the values first.");
    }
}
