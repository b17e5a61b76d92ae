package io.kuaka.state.diff;

import io.kuaka.expression.Expression;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Two fields with the same columns, as a reference beside a {@code @TenantId}. Which of them an index or a constraint
 * names depends on the order of the attributes alone, so that it is no reason for a migration.
 */
final class SharedColumns {
    private SharedColumns() {}

    /** Returns {@code now} with the indexes and constraints of {@code was} that differ in nothing else. */
    static ModelState spelledAs(ModelState was, ModelState now) {
        Map<String, Index> indexes = new LinkedHashMap<>(now.indexes());
        Map<String, Constraint> constraints = new LinkedHashMap<>(now.constraints());
        for (UnaryOperator<String> other : otherNames(now)) {
            UnaryOperator<Expression> mapped = expression -> expression.mapFields(other);
            indexes.replaceAll(
                    (name, index) -> known(was.indexes(), name, index, each -> each.rewriteExpressions(mapped, other)));
            constraints.replaceAll((name, constraint) ->
                    known(was.constraints(), name, constraint, each -> each.rewriteExpressions(mapped, other)));
        }
        return now.withMembers(now.fields(), indexes, constraints);
    }

    private static <T> T known(Map<String, T> before, String name, T part, UnaryOperator<T> spelling) {
        return Optional.ofNullable(before.get(name))
                .filter(spelling.apply(part)::equals)
                .orElse(part);
    }

    /** Each way to name one field for another one with its columns. */
    private static List<UnaryOperator<String>> otherNames(ModelState model) {
        List<UnaryOperator<String>> names = new ArrayList<>();
        for (Field one : model.fields().values()) {
            model.fields().values().stream()
                    .filter(other -> !other.name().equals(one.name()))
                    .filter(other -> other.columns().equals(one.columns()))
                    .map(Field::name)
                    .map(other -> Expression.renaming(Map.of(one.name(), other)))
                    .forEach(names::add);
        }
        return names;
    }
}
