package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constant. {@link Literals} must support its class, so that it can be written into a migration file, or it is what a
 * reference of a data migration refers to: a {@link Referent}, which has no source.
 *
 * <p>Byte arrays are compared by content, like all other values.
 */
public record Literal(@Nullable Object value) implements Expression {
    public Literal {
        if (!(value instanceof Referent) && !Literals.supports(value)) {
            Literals.of(value);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Literal literal && Objects.deepEquals(value, literal.value);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(new Object[] {value});
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.literal(this);
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
    public JavaSource toSource() {
        return Expression.factory("value", Literals.of(value));
    }
}
