package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An expression that is true, false or unknown: a filter, a check, the condition of a partial index. */
public sealed interface Condition extends Expression
        permits Condition.Compare,
                Condition.Junction,
                Condition.Not,
                Condition.IsNull,
                Condition.In,
                Condition.Like,
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
            return operand.toSource()
                    .call("in", choices.stream().map(Expression::argument).toList());
        }
    }

    /** That a text matches a pattern of SQL's {@code like}, with the backslash as escape character. */
    record Like(Expression operand, Expression pattern) implements Condition {
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
            return new Like(parts.get(0), parts.get(1));
        }

        @Override
        public JavaSource toSource() {
            return operand.toSource().call("like", Expression.argument(pattern));
        }
    }
}
