package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;

/**
 * The value of a field of the row at hand, within a condition or value on the rows of another model. Only queries and
 * changes of rows know it.
 *
 * @param name the field; it may follow references, as in {@code author.email}
 */
public record OuterField(String name) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.outer(this);
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return this;
    }

    /** It depends on more than the fields of the model that the condition is about. */
    @Override
    public boolean hasRawSql() {
        return true;
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("outer", Literals.string(name));
    }
}
