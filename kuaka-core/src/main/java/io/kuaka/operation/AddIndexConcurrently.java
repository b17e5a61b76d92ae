package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Index;
import io.kuaka.state.ProjectState;

/**
 * Adds an index without blocking writes: {@code create index concurrently} on PostgreSQL, the plain operation
 * elsewhere. PostgreSQL can't do it in a transaction, so the migration must be {@code @NonAtomic}.
 */
public record AddIndexConcurrently(String model, Index index) implements IndexAddition {
    @Override
    public Operation with(Index other) {
        return new AddIndexConcurrently(model, other);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        Table table = context.tableAfter(model);
        editor.createIndexConcurrently(table, table.index(index.name()));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveIndexConcurrently(model, index.name());
    }

    @Override
    public String describe() {
        return "Concurrently create index " + index.name() + " on " + NameParts.target(index) + " of model " + model;
    }

    @Override
    public boolean runsOutsideTransaction() {
        return true;
    }
}
