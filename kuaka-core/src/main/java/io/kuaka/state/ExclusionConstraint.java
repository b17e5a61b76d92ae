package io.kuaka.state;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's rule that no two rows have values for which all the given operators hold, such as overlapping periods.
 *
 * @param method the kind of index behind it; {@code gist} by default
 * @param parts the values and the operators that compare them
 * @param condition which rows the rule applies to; null for all
 * @param isDeferred whether the rule is checked only at the end of the transaction
 */
public record ExclusionConstraint(
        String name,
        String method,
        List<Part> parts,
        @Nullable Condition condition,
        boolean isDeferred) implements Constraint {
    /** A value and the operator by which two rows' values are compared. */
    public record Part(Expression expression, String operator) {}

    public ExclusionConstraint {
        parts = List.copyOf(parts);
    }

    static ExclusionConstraint named(String name) {
        return new ExclusionConstraint(name, "gist", List.of(), null, false);
    }

    /** Returns this constraint with another kind of index. */
    public ExclusionConstraint using(String newMethod) {
        return new ExclusionConstraint(name, newMethod, parts, condition, isDeferred);
    }

    /** Returns this constraint with one more value: two rows conflict only if {@code operator} holds for it, too. */
    public ExclusionConstraint with(Expression expression, String operator) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(expression, operator));
        return new ExclusionConstraint(name, method, more, condition, isDeferred);
    }

    /** Returns this constraint for only those rows for which {@code newCondition} holds. */
    public ExclusionConstraint where(Condition newCondition) {
        return new ExclusionConstraint(name, method, parts, newCondition, isDeferred);
    }

    /** Returns this constraint as one that is checked at the end of the transaction. */
    public ExclusionConstraint deferred() {
        return new ExclusionConstraint(name, method, parts, condition, true);
    }

    @Override
    public ExclusionConstraint withName(String newName) {
        return new ExclusionConstraint(newName, method, parts, condition, isDeferred);
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        expressions().forEach(expression -> fields.addAll(expression.fields()));
        return fields;
    }

    @Override
    public boolean uses(Field field) {
        return fields().contains(field.name())
                || expressions().anyMatch(expression -> field.columns().stream().anyMatch(expression::mentionsColumn));
    }

    @Override
    public Stream<Expression> expressions() {
        return Stream.concat(parts.stream().map(Part::expression), Stream.ofNullable(condition));
    }

    @Override
    public ExclusionConstraint rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename) {
        return new ExclusionConstraint(
                name,
                method,
                parts.stream()
                        .map(part -> new Part(rewrite.apply(part.expression()), part.operator()))
                        .toList(),
                condition == null ? null : (Condition) rewrite.apply(condition),
                isDeferred);
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Indexes.class, "exclusion", Literals.string(name));
        source = method.equals("gist") ? source : source.call("using", Literals.string(method));
        for (Part part : parts) {
            source = source.call("with", part.expression().toSource(), Literals.string(part.operator()));
        }
        source = condition == null ? source : source.call("where", condition.toSource());
        return isDeferred ? source.call("deferred") : source;
    }

    @Override
    public void match(
            Consumer<UniqueConstraint> unique,
            Consumer<CheckConstraint> check,
            Consumer<ExclusionConstraint> exclusion) {
        exclusion.accept(this);
    }
}
