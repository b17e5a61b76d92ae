package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import java.util.List;

/** The values that a query gives, for comparisons with them. It only exists while a data migration runs. */
public non-sealed interface Subquery extends Expression {
    @Override
    default <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.subquery(this);
    }

    @Override
    default List<Expression> parts() {
        return List.of();
    }

    @Override
    default Expression withParts(List<Expression> parts) {
        return this;
    }

    /** It depends on more than the fields of the model at hand. */
    @Override
    default boolean hasRawSql() {
        return true;
    }

    @Override
    default JavaSource toSource() {
        throw new IllegalArgumentException("A query has no literal form; use it within a RunJava.");
    }
}
