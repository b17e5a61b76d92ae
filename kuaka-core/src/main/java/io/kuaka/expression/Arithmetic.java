package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import java.util.List;

/** Two numbers combined by one of the four basic operators. */
public record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {
    /** The operator, with its sign in SQL and its method in {@link Expression}. */
    public enum Operator {
        PLUS("+", "plus"),
        MINUS("-", "minus"),
        TIMES("*", "times"),
        DIVIDED_BY("/", "dividedBy");

        private final String sign;
        private final String method;

        Operator(String sign, String method) {
            this.sign = sign;
            this.method = method;
        }

        /** Returns the operator as SQL writes it. */
        public String sign() {
            return sign;
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.arithmetic(this);
    }

    @Override
    public List<Expression> parts() {
        return List.of(left, right);
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return new Arithmetic(operator, parts.get(0), parts.get(1));
    }

    @Override
    public JavaSource toSource() {
        return left.toSource().call(operator.method, Expression.argument(right));
    }
}
