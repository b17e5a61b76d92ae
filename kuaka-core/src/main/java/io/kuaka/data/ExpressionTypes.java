package io.kuaka.data;

import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Condition;
import io.kuaka.expression.DatePart;
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
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of expressions, as far as they are known without the database; empty for all others. */
record ExpressionTypes(ModelShape shape) implements ExpressionVisitor<Optional<ColumnType>> {
    private static final Set<String> TEXTS =
            Set.of(FunctionCall.CONCAT, FunctionCall.SUBSTRING, "lower", "upper", "trim", "replace");
    private static final Set<String> OF_THEIR_ARGUMENTS = Set.of("coalesce", "nullif", "abs");

    Optional<ColumnType> of(Expression expression) {
        return expression.accept(this);
    }

    private Optional<ColumnType> first(List<Expression> expressions) {
        return expressions.stream().flatMap(each -> of(each).stream()).findFirst();
    }

    @Override
    public Optional<ColumnType> field(FieldRef field) {
        return Optional.of(shape.target(field.name()).type());
    }

    @Override
    public Optional<ColumnType> outer(OuterField field) {
        return Optional.empty();
    }

    @Override
    public Optional<ColumnType> literal(Literal literal) {
        return Optional.ofNullable(literal.value()).map(JdbcValues::typeOf);
    }

    @Override
    public Optional<ColumnType> function(FunctionCall call) {
        if (TEXTS.contains(call.name())) {
            return Optional.of(ColumnType.of(Kind.TEXT));
        }
        if (OF_THEIR_ARGUMENTS.contains(call.name())) {
            return first(call.arguments());
        }
        boolean isNumber = call.name().equals(FunctionCall.LENGTH)
                || DatePart.ofFunction(call.name()).isPresent();
        return isNumber ? Optional.of(ColumnType.of(Kind.INTEGER)) : Optional.empty();
    }

    @Override
    public Optional<ColumnType> arithmetic(Arithmetic arithmetic) {
        return arithmetic.operator() == Arithmetic.Operator.DIVIDED_BY ? Optional.empty() : first(arithmetic.parts());
    }

    @Override
    public Optional<ColumnType> raw(RawSql raw) {
        return Optional.empty();
    }

    @Override
    public Optional<ColumnType> compare(Condition.Compare compare) {
        return truth();
    }

    @Override
    public Optional<ColumnType> junction(Condition.Junction junction) {
        return truth();
    }

    @Override
    public Optional<ColumnType> not(Condition.Not not) {
        return truth();
    }

    @Override
    public Optional<ColumnType> isNull(Condition.IsNull isNull) {
        return truth();
    }

    @Override
    public Optional<ColumnType> in(Condition.In in) {
        return truth();
    }

    @Override
    public Optional<ColumnType> like(Condition.Like like) {
        return truth();
    }

    @Override
    public Optional<ColumnType> exists(Condition.Exists exists) {
        return truth();
    }

    private static Optional<ColumnType> truth() {
        return Optional.of(ColumnType.of(Kind.BOOLEAN));
    }

    @Override
    public Optional<ColumnType> caseWhen(CaseWhen caseWhen) {
        return first(
                Stream.concat(caseWhen.branches().stream().map(CaseWhen.Branch::value), Stream.of(caseWhen.otherwise()))
                        .toList());
    }

    @Override
    public Optional<ColumnType> related(Related related) {
        return switch (related.figure()) {
            case COUNT -> Optional.of(ColumnType.of(Kind.BIGINT));
            case AVG -> Optional.of(ColumnType.of(Kind.DOUBLE));
            case SUM, MIN, MAX, VALUE ->
                Optional.ofNullable(related.value())
                        .flatMap(new ExpressionTypes(shape.inner(related).shape())::of);
        };
    }

    @Override
    public Optional<ColumnType> subquery(Subquery subquery) {
        return Optional.empty();
    }

    @Override
    public Optional<ColumnType> rowNumber(RowNumber rowNumber) {
        return Optional.of(ColumnType.of(Kind.BIGINT));
    }
}
