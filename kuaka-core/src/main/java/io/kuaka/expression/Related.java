package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the rows of another model that refer to the row at hand, or the value of its only or first row for which a
 * condition holds. Only queries and changes of rows know it.
 *
 * @param reference the reference that leads here, with its model: {@code Book.author}; the model alone for {@link
 *     Figure#VALUE}
 * @param value what is added up, compared or taken, in terms of the other model; null to count
 * @param where which of the rows count; null for all
 * @param order the fields that say which row is the first; empty if there is only one
 */
public record Related(
        Figure figure,
        String reference,
        @Nullable Expression value,
        @Nullable Condition where,
        List<String> order) implements Expression {
    /** What is made of the rows. */
    public enum Figure {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVG,
        /** The value of one row, the only or the first one, whatever it refers to. */
        VALUE
    }

    public Related {
        order = List.copyOf(order);
        if (!order.isEmpty() && figure != Figure.VALUE) {
            throw new IllegalArgumentException("Only valueOf(...) takes the first row of an order, not "
                    + figure.name().toLowerCase(Locale.ROOT) + "Of(...).");
        }
    }

    Related(Figure figure, String reference, @Nullable Expression value) {
        this(figure, reference, value, null, List.of());
    }

    /** Returns this figure of the rows for which {@code condition} holds, in terms of the other model. */
    public Related where(Condition condition) {
        return new Related(figure, reference, value, where == null ? condition : where.and(condition), order);
    }

    /**
     * Returns the value of the first row in the order of these fields of the other model; a minus sign before a name
     * means descending order. Where nulls come depends on the database.
     */
    public Related orderedBy(String... fields) {
        return new Related(figure, reference, value, where, List.of(fields));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.related(this);
    }

    /** Its fields are those of another model. */
    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return this;
    }

    /** It depends on more than the fields of its own model. */
    @Override
    public boolean hasRawSql() {
        return true;
    }

    @Override
    public JavaSource toSource() {
        List<JavaSource> arguments = new ArrayList<>(List.of(Literals.string(reference)));
        if (value != null) {
            arguments.add(value.toSource());
        }
        String name = figure.name().toLowerCase(Locale.ROOT) + "Of";
        JavaSource source = JavaSource.staticCall(Expression.class, name, arguments);
        JavaSource filtered = where == null ? source : source.call("where", where.toSource());
        return order.isEmpty()
                ? filtered
                : filtered.call(
                        "orderedBy", order.stream().map(Literals::string).toList());
    }
}
