package io.kuaka.state;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule that no two rows share the values of some fields.
 *
 * @param fieldNames the fields, in the order of the index behind the constraint
 * @param condition which rows the rule applies to; null for all. Databases implement it by a unique index, which can't
 *      be deferred.
 * @param include fields kept in the index behind the constraint
 * @param isDeferred whether the rule is checked only at the end of the transaction
 * @param isNullsNotDistinct whether two nulls count as the same value
 */
public record UniqueConstraint(
        String name,
        List<String> fieldNames,
        @Nullable Condition condition,
        List<String> include,
        boolean isDeferred,
        boolean isNullsNotDistinct)
        implements Constraint {
    public UniqueConstraint {
        fieldNames = List.copyOf(fieldNames);
        include = List.copyOf(include);
        if (condition != null && isDeferred) {
            throw new DeferredConditionException(name);
        }
    }

    static UniqueConstraint named(String name) {
        return new UniqueConstraint(name, List.of(), null, List.of(), false, false);
    }

    /** Returns this constraint over the given fields. */
    public UniqueConstraint on(String... fields) {
        return withFields(List.of(fields));
    }

    /** Returns this constraint over the given fields. */
    public UniqueConstraint withFields(List<String> fields) {
        return new UniqueConstraint(name, fields, condition, include, isDeferred, isNullsNotDistinct);
    }

    /** Returns this constraint for only those rows for which {@code newCondition} holds. */
    public UniqueConstraint where(Condition newCondition) {
        return new UniqueConstraint(name, fieldNames, newCondition, include, isDeferred, isNullsNotDistinct);
    }

    /** Returns this constraint with fields that its index keeps beside the key. */
    public UniqueConstraint include(String... fields) {
        return new UniqueConstraint(name, fieldNames, condition, List.of(fields), isDeferred, isNullsNotDistinct);
    }

    /** Returns this constraint as one that is checked at the end of the transaction. */
    public UniqueConstraint deferred() {
        return new UniqueConstraint(name, fieldNames, condition, include, true, isNullsNotDistinct);
    }

    /** Returns this constraint as one for which two nulls are the same value. */
    public UniqueConstraint nullsNotDistinct() {
        return new UniqueConstraint(name, fieldNames, condition, include, isDeferred, true);
    }

    @Override
    public UniqueConstraint withName(String newName) {
        return new UniqueConstraint(newName, fieldNames, condition, include, isDeferred, isNullsNotDistinct);
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(fieldNames);
        if (condition != null) {
            fields.addAll(condition.fields());
        }
        fields.addAll(include);
        return fields;
    }

    @Override
    public Stream<Expression> expressions() {
        return Stream.ofNullable(condition);
    }

    @Override
    public boolean uses(Field field) {
        return fields().contains(field.name())
                || (condition != null && field.columns().stream().anyMatch(condition::mentionsColumn));
    }

    @Override
    public UniqueConstraint rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename) {
        return new UniqueConstraint(
                name,
                fieldNames.stream().map(rename).toList(),
                condition == null ? null : (Condition) rewrite.apply(condition),
                include.stream().map(rename).toList(),
                isDeferred,
                isNullsNotDistinct);
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Indexes.class, "unique", Literals.string(name))
                .call("on", Literals.strings(fieldNames));
        source = condition == null ? source : source.call("where", condition.toSource());
        source = include.isEmpty() ? source : source.call("include", Literals.strings(include));
        source = isDeferred ? source.call("deferred") : source;
        return isNullsNotDistinct ? source.call("nullsNotDistinct") : source;
    }

    @Override
    public void match(
            Consumer<UniqueConstraint> unique,
            Consumer<CheckConstraint> check,
            Consumer<ExclusionConstraint> exclusion) {
        unique.accept(this);
    }
}
