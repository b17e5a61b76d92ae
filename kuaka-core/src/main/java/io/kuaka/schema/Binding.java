package io.kuaka.schema;

import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.ExpressionVisitor;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.FunctionCall;
import io.kuaka.expression.Literal;
import io.kuaka.expression.RawSql;

/**
 * How tightly an expression holds together, loosest first.
 *
 * <p>Databases disagree on where {@code ||} stands among the operators, so it holds more loosely than all arithmetic
 * here, and its own parts are always put in parentheses.
 */
enum Binding {
    RAW,
    OR,
    AND,
    NOT,
    COMPARISON,
    CONCATENATION,
    SUM,
    PRODUCT,
    ATOM;

    static Binding of(Expression expression) {
        return expression.accept(READER);
    }

    /** Returns the next tighter one. */
    Binding tighter() {
        return switch (this) {
            case RAW -> OR;
            case OR -> AND;
            case AND -> NOT;
            case NOT -> COMPARISON;
            case COMPARISON -> CONCATENATION;
            case CONCATENATION -> SUM;
            case SUM -> PRODUCT;
            case PRODUCT, ATOM -> ATOM;
        };
    }

    private static final ExpressionVisitor<Binding> READER = new ExpressionVisitor<>() {
        @Override
        public Binding field(FieldRef field) {
            return ATOM;
        }

        @Override
        public Binding literal(Literal literal) {
            return ATOM;
        }

        @Override
        public Binding function(FunctionCall call) {
            return call.name().equals(FunctionCall.CONCAT) ? CONCATENATION : ATOM;
        }

        @Override
        public Binding arithmetic(Arithmetic arithmetic) {
            return switch (arithmetic.operator()) {
                case PLUS, MINUS -> SUM;
                case TIMES, DIVIDED_BY -> PRODUCT;
            };
        }

        @Override
        public Binding raw(RawSql raw) {
            return RAW;
        }

        @Override
        public Binding compare(Condition.Compare compare) {
            return COMPARISON;
        }

        @Override
        public Binding junction(Condition.Junction junction) {
            return switch (junction.operator()) {
                case AND -> AND;
                case OR -> OR;
            };
        }

        @Override
        public Binding not(Condition.Not not) {
            return NOT;
        }

        @Override
        public Binding isNull(Condition.IsNull isNull) {
            return COMPARISON;
        }

        @Override
        public Binding in(Condition.In in) {
            return COMPARISON;
        }

        @Override
        public Binding like(Condition.Like like) {
            return COMPARISON;
        }
    };
}
