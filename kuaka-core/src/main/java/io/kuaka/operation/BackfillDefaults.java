package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Chooses values for rows that lost theirs, so that the way back works on tables with rows.
 *
 * <p>When the removal of a field that isn't nullable is taken back, the old values are gone; rows get an empty value of
 * the field's type. A reference has none: there the database refuses, and nothing is lost.
 */
final class BackfillDefaults {
    private BackfillDefaults() {}

    /** Returns the value for rows without one; null where none is needed or none is at hand. */
    static @Nullable Expression fill(Field field) {
        boolean needed =
                !field.isNullable() && !field.isIdentity() && field.defaultValue() == null && field.generated() == null;
        return needed && field.type() instanceof ColumnType type ? empty(type) : null;
    }

    private static @Nullable Expression empty(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> Expression.value(false);
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, ORDINAL_ENUM, DURATION -> Expression.value(0);
            case DECIMAL -> Expression.value(BigDecimal.ZERO);
            case CHAR, VARCHAR, TEXT, NVARCHAR, NTEXT -> Expression.value("");
            case ENUM, NATIVE_ENUM -> Expression.value(type.values().get(0));
            case DATE, TIME, TIME_TZ, TIME_UTC, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> Expression.now();
            case UUID -> Expression.value(new UUID(0, 0));
            case JSON -> Expression.value("null");
            case CLOB, NCLOB, BINARY, VARBINARY, BLOB, XML, INET, ARRAY, SQL -> null;
        };
    }
}
