package io.kuaka.data;

import io.kuaka.expression.Arithmetic;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.ExpressionVisitor;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.FunctionCall;
import io.kuaka.expression.Literal;
import io.kuaka.expression.RawSql;
import io.kuaka.schema.grammar.RowGrammar;
import io.kuaka.schema.jdbc.JdbcValues;
import io.kuaka.state.ColumnType;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts an expression over a model's fields to SQL with its constants as parameters. */
final class ExpressionBinder {
    private final ModelShape shape;
    private final RowGrammar grammar;
    private final Placeholders constants = new Placeholders();

    private ExpressionBinder(ModelShape shape, RowGrammar grammar) {
        this.shape = shape;
        this.grammar = grammar;
    }

    /**
     * Returns the SQL of {@code expression}.
     *
     * @param type the type of the value's column, if it is known
     */
    static BoundSql bind(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable ColumnType type) {
        ExpressionBinder binder = new ExpressionBinder(shape, grammar);
        return binder.constants.bind(grammar.expression(binder.rewrite(expression, type)));
    }

    /** Returns the same SQL with its constants as literals, for texts. */
    static String text(ModelShape shape, RowGrammar grammar, Expression expression, @Nullable ColumnType type) {
        ExpressionBinder binder = new ExpressionBinder(shape, grammar);
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
            ColumnType shared = call.name().equals("coalesce") ? typeOf(call.arguments().stream()) : null;
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
            return in.withParts(rewriteAll(in.parts(), typeOf(in.parts().stream())));
        }

        @Override
        public Expression like(Condition.Like like) {
            return like.withParts(rewriteAll(List.of(like.operand(), grammar.pattern(like)), null));
        }
    }
}
