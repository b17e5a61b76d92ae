package io.kuaka.schema;

import io.kuaka.expression.Expression;
import java.util.Objects;

/** Guards the values of columns that the database is going to compute. */
public final class GeneratedColumns {
    private GeneratedColumns() {}

    /**
     * Returns the query that finds rows whose value isn't what will be computed. It runs before anything is changed, so
     * it has the old names.
     */
    public static Sql requireEqualValues(SqlGrammar grammar, TableDiff diff, Column column) {
        Expression computed = Objects.requireNonNull(column.generated()).expression();
        Expression old = Renaming.rename(computed, diff.oldColumns());
        String name = grammar.identifier(diff.oldColumn(column.name()));
        String value = grammar.operand(old);
        return Sql.assertEmpty(
                "select 1 from " + grammar.name(diff.oldName()) + " where "
                        + grammar.differs(column, name, value) + " or (" + name
                        + " is null) <> (" + value + " is null)",
                "Column \"" + column.name() + "\" of table \"" + diff.oldName()
                        + "\" has values that differ from those that would be computed. Remove the field and add it"
                        + " again, or update its values before.");
    }
}
