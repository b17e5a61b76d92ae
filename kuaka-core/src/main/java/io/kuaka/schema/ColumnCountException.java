package io.kuaka.schema;

import io.kuaka.base.MigrationException;
import java.io.Serial;
import java.util.List;

/** A reference states fewer or more columns than the key that it refers to has. */
public final class ColumnCountException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    ColumnCountException(String model, String field, List<String> columns, int needed) {
        super("Field \"" + field + "\" of model \"" + model + "\" has " + columns.size() + " column(s) " + columns
                + ", but what it refers to has " + needed + ". State as many columns by columns(...).");
    }
}
