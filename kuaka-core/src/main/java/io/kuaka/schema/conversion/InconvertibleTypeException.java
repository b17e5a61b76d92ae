package io.kuaka.schema.conversion;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import java.io.Serial;

/** A column is to get a type whose values have nothing to do with those it has. Thrown before anything is changed. */
public final class InconvertibleTypeException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    InconvertibleTypeException(TableName table, String column, ColumnType before, ColumnType after) {
        super("Column \"" + column + "\" of table \"" + table + "\" can't change from "
                + before.kind().words() + " to "
                + after.kind().words()
                + ", since no value of the one is a value of the other. Add a field of the new type, fill it"
                + " by RunJava or RunSql, and remove the old one.");
    }
}
