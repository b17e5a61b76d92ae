package io.kuaka.schema.table;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** Thrown when a reference has fewer or more columns than the key that it refers to, or an expression, needs. */
public final class ColumnCountException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private ColumnCountException(String message) {
        super(message);
    }

    ColumnCountException(String model, String field, List<String> columns, int needed) {
        super("Field \"" + field + "\" of model \"" + model + "\" has " + columns.size() + " column(s) " + columns
                + ", but its target has " + needed
                + ". Name as many with columns(...). If the key itself gains or loses columns, remove the reference"
                + " in an earlier migration and add it again in a later one.");
    }

    static ColumnCountException forExpression(String model, String field, List<String> columns) {
        return new ColumnCountException("Field \"" + field + "\" of model \"" + model + "\" has the columns " + columns
                + ", but an expression needs one value. Name the column instead of the field.");
    }
}
