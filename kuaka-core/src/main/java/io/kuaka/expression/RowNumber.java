package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number of a row among the rows of its table that have some columns in common, from 0, in the order of other columns.
 *
 * <p>It reads the columns of a table that is being changed, so it is for one-off defaults only. Rows that are equal in all
 * these columns can't be told apart, and stop the migration. So do rows with null in one of {@code group}, which belong to
 * no group; those of {@code order} may be null.
 *
 * @param schema the schema of the table, or null for the connection's own
 * @param table the table, as it is named when the numbers are given
 * @param group the columns that the counted rows have in common; none to count all rows of the table
 * @param order the columns that tell these rows apart
 */
public record RowNumber(@Nullable String schema, String table, List<String> group, List<String> order)
        implements Expression {
    public RowNumber {
        group = List.copyOf(group);
        order = List.copyOf(order);
    }

    /** Returns the number of a row of a table in another schema, or in the connection's own for null. */
    public RowNumber schema(@Nullable String newSchema) {
        return new RowNumber(newSchema, table, group, order);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.rowNumber(this);
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return this;
    }

    @Override
    public Expression renameColumns(Map<String, String> renames) {
        UnaryOperator<String> rename = SqlNames.renaming(renames);
        return new RowNumber(
                schema,
                table,
                group.stream().map(rename).toList(),
                order.stream().map(rename).toList());
    }

    @Override
    public Expression renameTable(String from, String to) {
        return SqlNames.areSame(table, from) ? new RowNumber(schema, to, group, order) : this;
    }

    @Override
    public boolean mentionsColumn(String column) {
        return Stream.concat(group.stream(), order.stream()).anyMatch(each -> SqlNames.areSame(each, column));
    }

    @Override
    public boolean mentionsTable(String name) {
        return SqlNames.areSame(table, name);
    }

    @Override
    public boolean namesColumns() {
        return true;
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = Expression.factory(
                "rowNumber",
                Literals.string(table),
                JavaSource.listOf(Literals.strings(group)),
                JavaSource.listOf(Literals.strings(order)));
        return schema == null ? source : source.call("schema", Literals.string(schema));
    }
}
