package io.kuaka.data;

import io.kuaka.data.sql.BoundSql;
import io.kuaka.data.sql.Placeholders;
import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.ExpressionVisitor;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.FunctionCall;
import io.kuaka.expression.Literal;
import io.kuaka.expression.RawSql;
import io.kuaka.expression.Related;
import io.kuaka.expression.RowNumber;
import io.kuaka.expression.Subquery;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts an expression over a model's fields to SQL with its constants as parameters. */
final class ExpressionBinder {
    private final ModelShape shape;
    private final RowGrammar grammar;
    private final Placeholders constants;

    private ExpressionBinder(ModelShape shape, RowGrammar grammar, Placeholders constants) {
        this.shape = shape;
        this.grammar = grammar;
        this.constants = constants;
    }

    /**
     * Returns the SQL of {@code expression}.
     *
     * @param type the type of the value's column, if it is known
     */
    static BoundSql bind(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable ColumnType type) {
        ExpressionBinder binder = new ExpressionBinder(shape, grammar, new Placeholders());
        return binder.constants.bind(grammar.expression(binder.rewrite(expression, type)));
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
    static String text(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable ColumnType type) {
        ExpressionBinder binder = new ExpressionBinder(shape, grammar, new Placeholders());
        return binder.constants.inline(
                grammar.expression(binder.rewrite(expression, type)), value -> literal(grammar, value));
    }

    /** Returns a value as a literal for its column. */
    static String literal(RowGrammar grammar, BoundSql.Parameter value) {
        int ordinal = value.type().family() == TypeFamily.ORDINAL_ENUM
                ? value.type().values().indexOf(String.valueOf(value.value()))
                : -1;
        return grammar.literal(ordinal < 0 ? value.value() : Integer.valueOf(ordinal));
    }

    private Expression rewrite(Expression expression, @Nullable ColumnType type) {
        return expression.accept(new Rewriter(type));
    }

    private List<Expression> rewriteAll(List<Expression> expressions, @Nullable ColumnType type) {
        return expressions.stream().map(each -> rewrite(each, type)).toList();
    }

    /** The type of the first field among some expressions, which the constants with it take. */
    private @Nullable ColumnType typeOf(Stream<Expression> expressions) {
        return expressions
                .filter(FieldRef.class::isInstance)
                .map(field -> shape.target(((FieldRef) field).name()).type())
                .findFirst()
                .orElse(null);
    }

    /** The subselect of a term over the rows of another model that refer to the row at hand. */
    private String subselect(ModelShape.Inner inner, String term, @Nullable Condition where) {
        String condition = where == null ? "" : " and (" + within(inner).text(where) + ")";
        return "(select " + term + " from " + inner.from() + " where " + inner.match() + condition + ")";
    }

    private ExpressionBinder within(ModelShape.Inner inner) {
        return new ExpressionBinder(inner.shape(), grammar, constants);
    }

    private String text(Expression expression) {
        return grammar.expression(rewrite(expression, null));
    }

    /** Replaces fields by columns and constants by placeholders, of the type {@code type} if given. */
    private final class Rewriter implements ExpressionVisitor<Expression> {
        private final @Nullable ColumnType type;

        Rewriter(@Nullable ColumnType type) {
            this.type = type;
        }

        @Override
        public Expression field(FieldRef field) {
            return shape.expression(field.name());
        }

        @Override
        public Expression literal(Literal literal) {
            Object value = literal.value();
            if (value == null) {
                return literal;
            }
            return new FieldRef(constants.put(type == null ? JdbcValues.typeOf(value) : type, value));
        }

        @Override
        public Expression function(FunctionCall call) {
            boolean isChoice = Set.of("coalesce", "nullif").contains(call.name());
            ColumnType shared = isChoice ? typeOf(call.arguments().stream()) : null;
            return call.withParts(rewriteAll(call.arguments(), shared));
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
            return compare.withParts(rewriteAll(compare.parts(), typeOf(compare.parts().stream())));
        }

        @Override
        public Expression junction(Condition.Junction junction) {
            return junction.withParts(rewriteAll(junction.parts(), null));
        }

        @Override
        public Expression not(Condition.Not not) {
            return not.withParts(rewriteAll(not.parts(), null));
        }

        /** A reference over several columns is null if one of them is, as for foreign keys. */
        @Override
        public Expression isNull(Condition.IsNull isNull) {
            List<String> columns = isNull.operand() instanceof FieldRef field ? shape.sql(field.name()) : List.of();
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
                String values = constants.put(selection.sql());
                return new Condition.In(rewrite(in.operand(), null), List.of(new FieldRef(values)));
            }
            return in.withParts(rewriteAll(in.parts(), typeOf(in.parts().stream())));
        }

        @Override
        public Expression like(Condition.Like like) {
            return like.withParts(rewriteAll(List.of(like.operand(), grammar.pattern(like)), null));
        }

        @Override
        public Expression caseWhen(CaseWhen caseWhen) {
            List<CaseWhen.Branch> branches = caseWhen.branches().stream()
                    .map(each -> new CaseWhen.Branch(
                            (Condition) rewrite(each.condition(), null), rewrite(each.value(), type)))
                    .toList();
            return new CaseWhen(branches, rewrite(caseWhen.otherwise(), type));
        }

        @Override
        public Expression exists(Condition.Exists exists) {
            return new RawSql("exists " + subselect(shape.inner(exists.reference()), "1", exists.where()));
        }

        @Override
        public Expression related(Related related) {
            ModelShape.Inner inner = shape.inner(related);
            String of = related.value() == null ? "*" : within(inner).text(related.value());
            String term = related.figure() == Related.Figure.VALUE
                    ? of
                    : related.figure().name().toLowerCase(Locale.ROOT) + "(" + of + ")";
            return new RawSql(subselect(inner, term, related.where()));
        }

        @Override
        public Expression subquery(Subquery subquery) {
            BoundSql values = ((Selection) subquery).sql();
            return new FieldRef(constants.put(BoundSql.of("(" + values.text() + ")", List.of(values))));
        }

        @Override
        public Expression rowNumber(RowNumber rowNumber) {
            return rowNumber;
        }
    }
}
