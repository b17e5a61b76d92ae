package io.kuaka.expression;

/**
 * Visits an expression: one method for each kind, so a new kind doesn't compile until every visitor handles it.
 *
 * @param <R> the result
 */
public interface ExpressionVisitor<R> {
    R field(FieldRef field);

    R outer(OuterField field);

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

    R exists(Condition.Exists exists);

    R caseWhen(CaseWhen caseWhen);

    R related(Related related);

    R subquery(Subquery subquery);

    R rowNumber(RowNumber rowNumber);
}
