package io.kuaka.dialect.postgresql;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.statement.Sql;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks deferred constraints between changes of rows and changes of tables.
 *
 * <p>PostgreSQL refuses to alter a table with pending trigger events, such as checks of deferred constraints. They are
 * run before such a change, and deferred again before the next change of rows. A history without deferred constraints
 * isn't affected.
 */
final class DeferredConstraints {
    private boolean pending;
    private boolean immediate;

    /** Returns what has to be run before a table changes. */
    List<Sql> beforeChange(Supplier<OperationContext> context) {
        if (!pending || !hasDeferred(context.get())) {
            return List.of();
        }
        pending = false;
        immediate = true;
        return List.of(Sql.setting("set constraints all immediate"));
    }

    /** Returns what has to be run before the user's own statements. */
    List<Sql> beforeData() {
        boolean defer = immediate;
        pending = true;
        immediate = false;
        return defer ? List.of(Sql.setting("set constraints all deferred")) : List.of();
    }

    /** Notes that rows were changed. */
    void dataChanged() {
        pending = true;
    }

    private static boolean hasDeferred(OperationContext context) {
        return context.before().models().values().stream().anyMatch(DeferredConstraints::hasDeferred);
    }

    private static boolean hasDeferred(ModelState model) {
        return model.fields().values().stream().filter(Field::isReference).anyMatch(field -> field.requireReference()
                        .isDeferred())
                || model.constraints().values().stream().anyMatch(DeferredConstraints::isDeferred);
    }

    private static boolean isDeferred(Constraint constraint) {
        boolean[] deferred = {false};
        constraint.match(
                (UniqueConstraint unique) -> deferred[0] = unique.isDeferred(),
                check -> {},
                exclusion -> deferred[0] = exclusion.isDeferred());
        return deferred[0];
    }
}
