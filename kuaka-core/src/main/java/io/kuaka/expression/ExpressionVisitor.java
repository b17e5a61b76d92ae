package io.kuaka.expression;

/**
 * Reads an expression: one method for each kind, so that a new kind doesn't compile until every reader knows it.
 *
 * @param <R> what reading gives
 */
public interface ExpressionVisitor<R> {
    R field(FieldRef field);

    R literal(Literal literal);

    R function(FunctionCall call);

    R arithmetic(Arithmetic arithmetic);

    R raw(RawSql raw);

    R compare(Condition.Compare compare);

    R junction(Condition.Junction junction);

    R not(Condition.Not not);

    R isNull(Condition.IsNull isNull);

    R in(Condition.In in);

    R like(Condition.Like like);
}
