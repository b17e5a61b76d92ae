package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.Table;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/**
 * Removes an index without blocking writes: {@code drop index concurrently} on PostgreSQL, the plain operation
 * elsewhere. PostgreSQL can't do it in a transaction, so the migration must be {@code @NonAtomic}.
 */
public record RemoveIndexConcurrently(String model, String indexName) implements IndexRemoval {
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        Table table = context.tableBefore(model);
        editor.dropIndexConcurrently(table, table.index(indexName));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AddIndexConcurrently(
                model, before.model(new ModelKey(app, model)).index(indexName));
    }

    @Override
    public String describe() {
        return "Concurrently remove index " + indexName + " from " + model;
    }

    @Override
    public boolean runsOutsideTransaction() {
        return true;
    }
}
