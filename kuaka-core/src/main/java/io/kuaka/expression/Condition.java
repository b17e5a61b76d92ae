package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression that is true, false or unknown: a filter, a check, the condition of a partial index. */
public sealed interface Condition extends Expression
        permits Condition.Compare,
                Condition.Junction,
                Condition.Not,
                Condition.IsNull,
                Condition.In,
                Condition.Like,
                Condition.Exists,
                RawSql {
    /** Returns the condition that both this one and {@code other} hold. */
    default Condition and(Condition other) {
        return new Junction(Junction.Operator.AND, List.of(this, other));
    }

    /** Returns the condition that this one or {@code other} holds. */
    default Condition or(Condition other) {
        return new Junction(Junction.Operator.OR, List.of(this, other));
    }

    /** Two values compared. */
    record Compare(Comparison comparison, Expression left, Expression right) implements Condition {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.compare(this);
        }

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Compare(comparison, parts.get(0), parts.get(1));
        }

        @Override
        public JavaSource toSource() {
            return left.toSource().call(comparison.method(), Expression.argument(right));
        }
    }

    /** Conditions joined by {@code and} or {@code or}; nested ones of the same kind are flattened. */
    record Junction(Operator operator, List<Condition> conditions) implements Condition {
        /** The word between the conditions. */
        public enum Operator {
            AND,
            OR
        }

        public Junction {
            conditions = conditions.stream()
                    .flatMap(condition -> flatten(operator, condition))
                    .toList();
            if (conditions.size() < 2) {
                throw new IllegalArgumentException("A junction joins at least two conditions.");
            }
        }

        private static Stream<Condition> flatten(Operator operator, Condition condition) {
            return condition instanceof Junction inner && inner.operator == operator
                    ? inner.conditions.stream()
                    : Stream.of(condition);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.junction(this);
        }

        @Override
        public List<Expression> parts() {
            return List.copyOf(conditions);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Junction(
                    operator, parts.stream().map(Condition.class::cast).toList());
        }

        @Override
        public JavaSource toSource() {
            String method = operator == Operator.AND ? "and" : "or";
            JavaSource source = conditions.get(0).toSource();
            for (Condition next : conditions.subList(1, conditions.size())) {
                source = source.call(method, next.toSource());
            }
            return source;
        }
    }

    /** The opposite of a condition. */
    record Not(Condition condition) implements Condition {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.not(this);
        }

        @Override
        public List<Expression> parts() {
            return List.of(condition);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Not((Condition) parts.get(0));
        }

        @Override
        public JavaSource toSource() {
            return condition instanceof IsNull isNull
                    ? isNull.operand().toSource().call("isNotNull")
                    : Expression.factory("not", condition.toSource());
        }
    }

    /** That a value is null. */
    record IsNull(Expression operand) implements Condition {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.isNull(this);
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new IsNull(parts.get(0));
        }

        @Override
        public JavaSource toSource() {
            return operand.toSource().call("isNull");
        }
    }

    /** That a value is one of several; an empty list makes it false. */
    record In(Expression operand, List<Expression> choices) implements Condition {
        public In {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.in(this);
        }

        @Override
        public List<Expression> parts() {
            List<Expression> parts = new ArrayList<>();
            parts.add(operand);
            parts.addAll(choices);
            return parts;
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new In(parts.get(0), parts.subList(1, parts.size()));
        }

        @Override
        public JavaSource toSource() {
            List<JavaSource> arguments =
                    choices.stream().map(Expression::argument).toList();
            // A list as the only argument would be taken for the choices.
            boolean isKey = choices.size() == 1
                    && choices.get(0) instanceof Literal literal
                    && literal.value() instanceof List<?>;
            return operand.toSource()
                    .call("in", isKey ? List.of(JavaSource.memberCall(List.class, "of", arguments.get(0))) : arguments);
        }
    }

    /** That a text matches a pattern of SQL's {@code like}, with the backslash as escape character. */
    record Like(Expression operand, Expression pattern, LetterCase letterCase) implements Condition {
        /** Whether upper and lower case differ. */
        public enum LetterCase {
            /** As the database or the column's collation decides. */
            NATIVE,
            MATCHING,
            /** They don't; SQLite knows only the letters from A to Z in both cases. */
            IGNORING
        }

        /** Makes a condition by the database's own rule. */
        public Like(Expression operand, Expression pattern) {
            this(operand, pattern, LetterCase.NATIVE);
        }

        /**
         * Returns this condition for texts that match in case, too.
         *
         * @throws IllegalArgumentException if the pattern isn't known but computed
         */
        public Like matchingCase() {
            if (!(pattern instanceof Literal)) {
                throw new IllegalArgumentException("Only a known pattern can match in case, not a computed one.");
            }
            return new Like(operand, pattern, LetterCase.MATCHING);
        }

        /** Returns this condition for texts in any case. */
        public Like ignoringCase() {
            return new Like(operand, pattern, LetterCase.IGNORING);
        }

        /** Returns {@code text} with the wildcards and the escape character escaped. */
        static String escape(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.like(this);
        }

        @Override
        public List<Expression> parts() {
            return List.of(operand, pattern);
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return new Like(parts.get(0), parts.get(1), letterCase);
        }

        @Override
        public JavaSource toSource() {
            JavaSource source = operand.toSource().call("like", Expression.argument(pattern));
            return switch (letterCase) {
                case NATIVE -> source;
                case MATCHING -> source.call("matchingCase");
                case IGNORING -> source.call("ignoringCase");
            };
        }
    }

    /**
     * That a row of another model refers to the row at hand. Only queries and changes of rows know it.
     *
     * @param reference the reference that leads here, with its model: {@code Book.author}
     * @param where what has to hold for that row, in terms of its model; null for nothing
     */
    record Exists(String reference, @Nullable Condition where) implements Condition {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.exists(this);
        }

        /** Its fields are those of another model. */
        @Override
        public List<Expression> parts() {
            return List.of();
        }

        @Override
        public Expression withParts(List<Expression> parts) {
            return this;
        }

        /** It depends on more than the fields of its own model. */
        @Override
        public boolean hasRawSql() {
            return true;
        }

        @Override
        public JavaSource toSource() {
            return where == null
                    ? Expression.factory("exists", Literals.string(reference))
                    : Expression.factory("exists", Literals.string(reference), where.toSource());
        }
    }
}
