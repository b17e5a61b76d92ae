package io.kuaka.schema.session;

import io.kuaka.schema.table.TableName;

/** A view or a trigger that others made. */
public interface View {
    /** Returns what it is and its name. */
    String words();

    /** Returns whether it uses a column of a table, or the table if the column is empty; in doubt it does. */
    boolean uses(TableName table, String column);
}
