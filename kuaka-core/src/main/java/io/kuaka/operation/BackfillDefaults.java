package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import org.jspecify.annotations.Nullable;

/**
 * Chooses neutral values for rows that lost theirs, so a removal can be reversed on tables with rows.
 *
 * <p>When the removal of a field that isn't nullable is reversed, the old values are lost; rows get an empty value of
 * the field's type. A reference has none: the database refuses, and nothing is changed.
 */
final class BackfillDefaults {
    private BackfillDefaults() {}

    /** Returns the value for rows without one; null if none is needed or there is none. */
    static @Nullable Expression fill(Field field) {
        boolean needed =
                !field.isNullable() && !field.isIdentity() && field.defaultValue() == null && field.generated() == null;
        return needed && field.type() instanceof ColumnType type ? type.neutralValue() : null;
    }
}
