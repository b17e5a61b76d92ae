package io.kuaka.state;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rule that a condition isn't false for any row; as in SQL, null passes. */
public record CheckConstraint(String name, Condition condition) implements Constraint {
    @Override
    public CheckConstraint withName(String newName) {
        return new CheckConstraint(newName, condition);
    }

    @Override
    public Set<String> fields() {
        return condition.fields();
    }

    @Override
    public Stream<Expression> expressions() {
        return Stream.of(condition);
    }

    @Override
    public boolean uses(Field field) {
        return fields().contains(field.name()) || field.columns().stream().anyMatch(condition::mentionsColumn);
    }

    @Override
    public CheckConstraint rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename) {
        return new CheckConstraint(name, (Condition) rewrite.apply(condition));
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.staticCall(Indexes.class, "check", Literals.string(name), condition.toSource());
    }

    @Override
    public void match(
            Consumer<UniqueConstraint> unique,
            Consumer<CheckConstraint> check,
            Consumer<ExclusionConstraint> exclusion) {
        check.accept(this);
    }
}
