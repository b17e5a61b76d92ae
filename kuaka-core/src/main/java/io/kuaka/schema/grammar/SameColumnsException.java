package io.kuaka.schema.grammar;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.table.TableName;
import java.io.Serial;

/** Thrown when two columns of a table have names that differ in case only, and the database ignores case. */
public final class SameColumnsException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    SameColumnsException(TableName table, String column, String other) {
        super("Table \"" + table + "\" has the columns \"" + column + "\" and \"" + other
                + "\", which are one to the database, because it ignores case. Choose another name for one, as with"
                + " @Column(name = …).");
    }
}
