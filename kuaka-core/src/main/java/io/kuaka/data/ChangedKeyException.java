package io.kuaka.data;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.table.Column;
import java.io.Serial;
import java.util.List;

/** Thrown when rows that are walked along their primary key would get another one, and be met again or never. */
public final class ChangedKeyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private ChangedKeyException(ModelShape shape, Column column) {
        super("A backfill of model \"" + shape.key() + "\" can't set column \"" + column.name()
                + "\", because it follows the rows along their primary key. Use a RunJava with filter(...) and update,"
                + " or a RunSql.");
    }

    /** Makes sure that none of the columns to change belongs to the primary key. */
    static void requireOther(ModelShape shape, List<Column> columns) {
        columns.stream().filter(shape.primaryKey()::contains).findFirst().ifPresent(column -> {
            throw new ChangedKeyException(shape, column);
        });
    }
}
