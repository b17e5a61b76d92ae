package io.kuaka.schema.table;

import io.kuaka.state.OnDelete;
import java.util.List;

/**
 * A foreign key of a table.
 *
 * @param columns the referring columns, in the order of the columns that they refer to
 * @param onUpdate what happens to the referring rows when the columns that they refer to change; models don't state it,
 *      so only schemas that Kuaka didn't create have an action here
 * @param isDeferred whether it is checked only at the end of the transaction
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        OnDelete onDelete,
        OnDelete onUpdate,
        boolean isDeferred) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Returns this key under another name. */
    public ForeignKey withName(String newName) {
        return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate, isDeferred);
    }

    /** Returns this key with other referring columns. */
    public ForeignKey withColumns(List<String> newColumns) {
        return new ForeignKey(name, newColumns, target, targetColumns, onDelete, onUpdate, isDeferred);
    }

    /** Returns this key with another target. */
    public ForeignKey withTarget(TableName newTarget, List<String> newTargetColumns) {
        return new ForeignKey(name, columns, newTarget, newTargetColumns, onDelete, onUpdate, isDeferred);
    }

    /** Returns this key without what happens when the columns that it refers to change. */
    public ForeignKey withoutUpdateAction() {
        return new ForeignKey(name, columns, target, targetColumns, onDelete, OnDelete.NO_ACTION, isDeferred);
    }
}
