package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The number of a row among the rows of its table that have some columns in common, from 0, in the order of other columns.
 *
 * <p>It reads the columns of a table that is being changed, so it suits as a one-off default. Rows that have all these columns
 * in common can't be told apart, and stop the migration.
 *
 * @param table the table, as it is named when the numbers are given
 * @param group the columns that the counted rows have in common
 * @param order the columns that tell these rows apart
 */
public record RowNumber(String table, List<Expression> group, List<Expression> order) implements Expression {
    public RowNumber {
        group = List.copyOf(group);
        order = List.copyOf(order);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.raw(new RawSql(sql()));
    }

    /** The rows are counted in a subquery of its own, because MySQL doesn't update a table that an expression reads. */
    private String sql() {
        List<String> columns =
                fields(Stream.concat(group.stream(), order.stream())).toList();
        String counted = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " as c" + i)
                .collect(Collectors.joining(", "));
        String same = IntStream.range(0, columns.size())
                .mapToObj(i -> "counted.c" + i + " = " + columns.get(i))
                .collect(Collectors.joining(" and "));
        return "(select counted.place from (select " + counted + ", row_number() over (partition by "
                + fields(group.stream()).collect(Collectors.joining(", ")) + " order by "
                + fields(order.stream()).collect(Collectors.joining(", ")) + ") - 1 as place from " + table
                + ") counted where " + same + ")";
    }

    private static Stream<String> fields(Stream<Expression> expressions) {
        return expressions.flatMap(expression -> expression.fields().stream());
    }

    @Override
    public List<Expression> parts() {
        return Stream.concat(group.stream(), order.stream()).toList();
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return new RowNumber(table, parts.subList(0, group.size()), parts.subList(group.size(), parts.size()));
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("rowNumber", Literals.string(table), columns(group), columns(order));
    }

    private static JavaSource columns(List<Expression> columns) {
        return JavaSource.listOf(Literals.strings(fields(columns.stream()).toList()));
    }
}
