package io.kuaka.data;

import io.kuaka.data.reference.WrongRowException;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.data.sql.Placeholders;
import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Comparison;
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
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts an expression over a model's fields to SQL with its constants as parameters. */
final class ExpressionBinder {
    private final ModelShape shape;
    private final RowGrammar grammar;
    private final Placeholders constants;
    /** The model whose row is at hand, within a subselect on another one. */
    private final @Nullable ModelShape outer;
    /** Values with names of their own, which aren't fields. */
    private final Map<String, Typed> names;
    /** Within a negation, unknown and false aren't the same. */
    private boolean isNegated;

    private ExpressionBinder(
            ModelShape shape,
            RowGrammar grammar,
            Placeholders constants,
            @Nullable ModelShape outer,
            Map<String, Typed> names) {
        this.shape = shape;
        this.grammar = grammar;
        this.constants = constants;
        this.outer = outer;
        this.names = names;
    }

    private static ExpressionBinder of(ModelShape shape, RowGrammar grammar, Map<String, Typed> names) {
        return new ExpressionBinder(shape, grammar, new Placeholders(), null, names);
    }

    /**
     * Returns the SQL of {@code expression}.
     *
     * @param field the path of the field that gets the value, if it is known
     */
    static BoundSql bind(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable String field) {
        ExpressionBinder binder = of(shape, grammar, Map.of());
        return binder.constants.bind(grammar.expression(binder.rewrite(expression, field)));
    }

    /** Returns the SQL of a condition in which some names stand for values that aren't fields. */
    static BoundSql bind(ModelShape shape, RowGrammar grammar, Condition condition, Map<String, Typed> names) {
        ExpressionBinder binder = of(shape, grammar, names);
        return binder.constants.bind(binder.text(condition));
    }

    /** A piece of SQL and the type of its value, if that is known. */
    record Typed(BoundSql sql, @Nullable ColumnType type) {}

    /** Returns the SQL of {@code expression} with the type that it has by itself. */
    static Typed bindTyped(ModelShape shape, RowGrammar grammar, Expression expression) {
        return new Typed(
                bind(shape, grammar, expression, null),
                new ExpressionTypes(shape).of(expression).orElse(null));
    }

    /** Returns the same SQL with its constants as literals, for texts. */
    static String text(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable String field) {
        ExpressionBinder binder = of(shape, grammar, Map.of());
        return binder.constants.inline(
                grammar.expression(binder.rewrite(expression, field)), value -> literal(grammar, value));
    }

    /** Returns a value as a literal for its column. */
    static String literal(RowGrammar grammar, BoundSql.Parameter value) {
        int ordinal = value.type().family() == TypeFamily.ORDINAL_ENUM
                ? value.type().values().indexOf(String.valueOf(value.value()))
                : -1;
        return grammar.literal(ordinal < 0 ? value.value() : Integer.valueOf(ordinal));
    }

    private Expression rewrite(Expression expression, @Nullable String field) {
        return expression.accept(new Rewriter(field));
    }

    private List<Expression> rewriteAll(List<Expression> expressions, @Nullable String field) {
        return expressions.stream().map(each -> rewrite(each, field)).toList();
    }

    /** The first field among some expressions, of which the constants beside it are values. */
    private static @Nullable String fieldOf(List<Expression> expressions) {
        return expressions.stream()
                .filter(FieldRef.class::isInstance)
                .map(field -> ((FieldRef) field).name())
                .findFirst()
                .orElse(null);
    }

    /** Each column of a value of several columns, such as a reference to a model with such a key. */
    private List<Expression> columns(Expression value, String field) {
        if (value instanceof FieldRef other) {
            return shape.sql(other.name()).stream().<Expression>map(RawSql::new).toList();
        }
        List<Column> columns = shape.targets(field);
        Object constant = constant(value)
                .orElseThrow(() -> SeveralColumnsException.inExpression(
                        shape.key(), field, columns.stream().map(Column::name).toList()));
        List<Expression> placeholders = new ArrayList<>();
        for (Object each : Terms.columnValues(shape, field, columns, constant)) {
            placeholders.add(
                    new FieldRef(constants.put(columns.get(placeholders.size()).type(), each)));
        }
        return placeholders;
    }

    /** That two values of several columns are equal; unknown if one of them is null, as it is with a null in any column. */
    private Condition equal(Expression one, Expression other, String field) {
        Condition unknown = new Condition.In(new RawSql(shape.sql(field).get(0)), List.of(new Literal(null)));
        if (isNullLiteral(one) || isNullLiteral(other)) {
            return unknown;
        }
        List<Expression> left = columns(one, field);
        List<Expression> right = columns(other, field);
        if (left.size() != right.size()) {
            throw SeveralColumnsException.inExpression(
                    shape.key(),
                    field,
                    shape.targets(field).stream().map(Column::name).toList());
        }
        Condition equal = IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i).eq(right.get(i)))
                .reduce(Condition::and)
                .orElseThrow();
        // A pair that differs makes it false beside a null; that matters, and costs an index, only where it is negated.
        return !isNegated
                ? equal
                : Stream.of(one, other)
                        .filter(FieldRef.class::isInstance)
                        .flatMap(each -> columns(each, field).stream())
                        .map(Expression::isNull)
                        .reduce(Condition::or)
                        .map(each -> equal.or(each.and(unknown)))
                        .orElse(equal);
    }

    private static boolean isNullLiteral(Expression expression) {
        return expression instanceof Literal literal && literal.value() == null;
    }

    private static Optional<Object> constant(Expression expression) {
        return expression instanceof Literal literal ? Optional.ofNullable(literal.value()) : Optional.empty();
    }

    private static void requireNoRow(Expression expression) {
        if (constant(expression).orElse(null) instanceof Row row) {
            throw WrongRowException.ofPlace(row.model());
        }
    }

    private boolean isOfSeveralColumns(@Nullable String field) {
        return field != null
                && !names.containsKey(field)
                && shape.targets(field).size() > 1;
    }

    /** The subselect of a term over the rows of another model that refer to the row at hand. */
    private String subselect(ModelShape.Inner inner, String term, @Nullable Condition where, String order) {
        String condition = where == null ? "" : " and (" + within(inner).text(where) + ")";
        return "(select " + term + " from " + inner.from() + " where " + inner.match() + condition + order + ")";
    }

    private ExpressionBinder within(ModelShape.Inner inner) {
        return new ExpressionBinder(inner.shape(), grammar, constants, shape, Map.of());
    }

    /** What selects the first row in an order; nothing if there is none. */
    private String firstOf(ModelShape.Inner inner, List<String> order) {
        List<String> terms = order.stream()
                .flatMap(field -> inner.shape().order(field).stream())
                .map(ModelShape.Order::text)
                .toList();
        return terms.isEmpty() ? "" : " order by " + String.join(", ", terms) + grammar.limit(1, 0);
    }

    private FieldRef piece(BoundSql sql) {
        return new FieldRef(constants.put(BoundSql.of("(" + sql.text() + ")", List.of(sql))));
    }

    private String text(Expression expression) {
        return grammar.expression(rewrite(expression, null));
    }

    /** Replaces fields by columns and constants by placeholders, as values of the field with a path if given. */
    private final class Rewriter implements ExpressionVisitor<Expression> {
        private final @Nullable String place;

        Rewriter(@Nullable String place) {
            this.place = place;
        }

        @Override
        public Expression field(FieldRef field) {
            Typed named = names.get(field.name());
            return named == null ? shape.expression(field.name()) : piece(named.sql());
        }

        @Override
        public Expression outer(OuterField field) {
            if (outer == null) {
                throw new IllegalArgumentException("outer(\"" + field.name()
                        + "\") is for conditions on the rows of another model, as in valueOf(...).where(...) and exists(..., ...)."
                        + " Write field(\"" + field.name() + "\") here.");
            }
            return new RawSql(outer.qualified(field.name()));
        }

        @Override
        public Expression literal(Literal literal) {
            Object value = literal.value();
            if (value == null) {
                return literal;
            }
            Typed named = place == null ? null : names.get(place);
            if (place != null && named == null) {
                Column column = shape.target(place);
                return constant(
                        column.type(),
                        Terms.columnValues(shape, place, List.of(column), value).get(0));
            }
            requireNoRow(literal);
            ColumnType type = named == null ? null : named.type();
            return constant(type == null ? JdbcValues.typeOf(value) : type, value);
        }

        private FieldRef constant(ColumnType type, @Nullable Object value) {
            BoundSql parameter = BoundSql.value(type, value);
            return new FieldRef(constants.put(BoundSql.of(grammar.parameter(type), List.of(parameter))));
        }

        @Override
        public Expression function(FunctionCall call) {
            boolean isChoice = Set.of("coalesce", "nullif").contains(call.name());
            String chosen = isChoice ? fieldOf(call.arguments()) : null;
            boolean isOfPlace = chosen == null && call.name().equals("coalesce");
            return call.withParts(rewriteAll(call.arguments(), isOfPlace ? place : chosen));
        }

        @Override
        public Expression arithmetic(Arithmetic arithmetic) {
            return arithmetic.withParts(rewriteAll(arithmetic.parts(), null));
        }

        @Override
        public Expression raw(RawSql raw) {
            return raw;
        }

        @Override
        public Expression compare(Condition.Compare compare) {
            String field = fieldOf(compare.parts());
            if (!Set.of(Comparison.EQ, Comparison.NE).contains(compare.comparison())) {
                compare.parts().forEach(ExpressionBinder::requireNoRow);
            } else if (field != null && isOfSeveralColumns(field)) {
                Condition equal = new Condition.Compare(Comparison.EQ, compare.left(), compare.right());
                if (compare.comparison() == Comparison.NE) {
                    return rewrite(new Condition.Not(equal), null);
                }
                return isNullLiteral(compare.right())
                        ? rewrite(compare.left().isNull(), null)
                        : equal(compare.left(), compare.right(), field);
            }
            return compare.withParts(rewriteAll(compare.parts(), field));
        }

        @Override
        public Expression junction(Condition.Junction junction) {
            return junction.withParts(rewriteAll(junction.parts(), null));
        }

        @Override
        public Expression not(Condition.Not not) {
            boolean wasNegated = isNegated;
            isNegated = true;
            Expression negated = not.withParts(rewriteAll(not.parts(), null));
            isNegated = wasNegated;
            return negated;
        }

        /** A reference over several columns is null if one of them is, as for foreign keys. */
        @Override
        public Expression isNull(Condition.IsNull isNull) {
            List<String> columns = isNull.operand() instanceof FieldRef field && !names.containsKey(field.name())
                    ? shape.sql(field.name())
                    : List.of();
            if (columns.size() < 2) {
                return isNull.withParts(rewriteAll(isNull.parts(), null));
            }
            List<Condition> each = columns.stream()
                    .<Condition>map(column -> new Condition.IsNull(new RawSql(column)))
                    .toList();
            return new Condition.Junction(Condition.Junction.Operator.OR, each);
        }

        @Override
        public Expression in(Condition.In in) {
            if (in.choices().size() == 1 && in.choices().get(0) instanceof Selection selection) {
                String values = constants.put(selection.values());
                return new Condition.In(rewrite(in.operand(), null), List.of(new FieldRef(values)));
            }
            String field = fieldOf(in.parts());
            if (field != null && isOfSeveralColumns(field)) {
                // None of no choices, whichever column is asked for it.
                Condition none = new Condition.In(columns(in.operand(), field).get(0), List.of());
                return in.choices().stream()
                        .map(choice -> equal(in.operand(), choice, field))
                        .reduce(Condition::or)
                        .orElse(none);
            }
            return in.withParts(rewriteAll(in.parts(), field));
        }

        @Override
        public Expression like(Condition.Like like) {
            return like.withParts(rewriteAll(List.of(like.operand(), grammar.pattern(like)), null));
        }

        @Override
        public Expression caseWhen(CaseWhen caseWhen) {
            List<CaseWhen.Branch> branches = caseWhen.branches().stream()
                    .map(each -> new CaseWhen.Branch(
                            (Condition) rewrite(each.condition(), null), rewrite(each.value(), place)))
                    .toList();
            return new CaseWhen(branches, rewrite(caseWhen.otherwise(), place));
        }

        @Override
        public Expression exists(Condition.Exists exists) {
            return new RawSql("exists " + subselect(shape.inner(exists.reference()), "1", exists.where(), ""));
        }

        @Override
        public Expression related(Related related) {
            ModelShape.Inner inner = shape.inner(related);
            String of = related.value() == null ? "*" : within(inner).text(related.value());
            String term = related.figure() == Related.Figure.VALUE
                    ? of
                    : related.figure().name().toLowerCase(Locale.ROOT) + "(" + of + ")";
            return new RawSql(subselect(inner, term, related.where(), firstOf(inner, related.order())));
        }

        @Override
        public Expression subquery(Subquery subquery) {
            return piece(((Selection) subquery).values());
        }

        @Override
        public Expression rowNumber(RowNumber rowNumber) {
            return rowNumber;
        }
    }
}
