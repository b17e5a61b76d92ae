package io.kuaka.schema.grammar;

import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.ExpressionVisitor;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.FunctionCall;
import io.kuaka.expression.Literal;
import io.kuaka.expression.OuterField;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.Related;
import io.kuaka.expression.RowNumber;
import io.kuaka.expression.Subquery;

/**
 * The precedence of operators, loosest first.
 *
 * <p>Databases disagree on the precedence of {@code ||}, so here it binds more loosely than all arithmetic, and its own
 * parts are always put in parentheses.
 */
enum Precedence {
    RAW,
    OR,
    AND,
    NOT,
    COMPARISON,
    CONCATENATION,
    SUM,
    PRODUCT,
    ATOM;

    static Precedence of(Expression expression) {
        return expression.accept(READER);
    }

    /** Returns the next tighter one. */
    Precedence tighter() {
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

    private static final ExpressionVisitor<Precedence> READER = new ExpressionVisitor<>() {
        @Override
        public Precedence field(FieldRef field) {
            return ATOM;
        }

        @Override
        public Precedence outer(OuterField field) {
            return ATOM;
        }

        @Override
        public Precedence literal(Literal literal) {
            return ATOM;
        }

        @Override
        public Precedence function(FunctionCall call) {
            return call.name().equals(FunctionCall.CONCAT) ? CONCATENATION : ATOM;
        }

        @Override
        public Precedence arithmetic(Arithmetic arithmetic) {
            return switch (arithmetic.operator()) {
                case PLUS, MINUS -> SUM;
                case TIMES, DIVIDED_BY -> PRODUCT;
            };
        }

        @Override
        public Precedence raw(RawSql raw) {
            return RAW;
        }

        @Override
        public Precedence compare(Condition.Compare compare) {
            return COMPARISON;
        }

        @Override
        public Precedence junction(Condition.Junction junction) {
            return switch (junction.operator()) {
                case AND -> AND;
                case OR -> OR;
            };
        }

        @Override
        public Precedence not(Condition.Not not) {
            return NOT;
        }

        @Override
        public Precedence isNull(Condition.IsNull isNull) {
            return COMPARISON;
        }

        @Override
        public Precedence in(Condition.In in) {
            return COMPARISON;
        }

        @Override
        public Precedence like(Condition.Like like) {
            return COMPARISON;
        }

        @Override
        public Precedence exists(Condition.Exists exists) {
            return ATOM;
        }

        @Override
        public Precedence caseWhen(CaseWhen caseWhen) {
            return ATOM;
        }

        @Override
        public Precedence related(Related related) {
            return ATOM;
        }

        @Override
        public Precedence subquery(Subquery subquery) {
            return ATOM;
        }

        @Override
        public Precedence rowNumber(RowNumber rowNumber) {
            return ATOM;
        }
    };
}
