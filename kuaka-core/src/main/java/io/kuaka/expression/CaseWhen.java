package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value of the first branch whose condition holds. */
public record CaseWhen(List<Branch> branches, Expression otherwise) implements Expression {
    /** A condition and the value where it holds. */
    public record Branch(Condition condition, Expression value) {}

    public CaseWhen {
        branches = List.copyOf(branches);
    }

    /** Returns this expression with one more branch, an expression or a plain value. */
    public CaseWhen when(Condition condition, @Nullable Object value) {
        return new CaseWhen(
                Stream.concat(branches.stream(), Stream.of(new Branch(condition, Expression.of(value))))
                        .toList(),
                otherwise);
    }

    /** Returns this expression with the value where no condition holds; without it, that is null. */
    public CaseWhen otherwise(@Nullable Object value) {
        return new CaseWhen(branches, Expression.of(value));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.caseWhen(this);
    }

    @Override
    public List<Expression> parts() {
        List<Expression> parts = new ArrayList<>();
        branches.forEach(branch -> parts.addAll(List.of(branch.condition(), branch.value())));
        parts.add(otherwise);
        return parts;
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        List<Branch> changed = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            changed.add(new Branch((Condition) parts.get(i), parts.get(i + 1)));
        }
        return new CaseWhen(changed, parts.get(parts.size() - 1));
    }

    @Override
    public JavaSource toSource() {
        Branch first = branches.get(0);
        JavaSource source =
                Expression.factory("when", first.condition().toSource(), Expression.argument(first.value()));
        for (Branch next : branches.subList(1, branches.size())) {
            source = source.call("when", next.condition().toSource(), Expression.argument(next.value()));
        }
        return otherwise.equals(Expression.value(null))
                ? source
                : source.call("otherwise", Expression.argument(otherwise));
    }
}
