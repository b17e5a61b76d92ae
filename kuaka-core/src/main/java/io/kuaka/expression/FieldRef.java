package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The value of a field; {@code name} may follow references in filters ({@code author.email}). */
public record FieldRef(String name) implements Expression {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.field(this);
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
    public Expression mapFields(UnaryOperator<String> rename) {
        return new FieldRef(rename.apply(name));
    }

    @Override
    public Set<String> fields() {
        return Set.of(name);
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("field", Literals.string(name));
    }
}
