package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.Table;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/**
 * Adds an index without keeping others from writing: {@code create index concurrently} on PostgreSQL, the plain operation
 * elsewhere. PostgreSQL can't do it inside of a transaction, so that the migration has to be {@code @NonAtomic}.
 */
public record AddIndexConcurrently(String model, Index index) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withIndex(index);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext step) {
        Table table = step.tableAfter(model);
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
    public String nameFragment() {
        return NameParts.join(model, index.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        boolean isUndone = next instanceof RemoveIndexConcurrently remove
                && remove.model().equals(model)
                && remove.indexName().equals(index.name());
        return isUndone ? Reduction.by() : IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    public boolean runsOutsideTransaction() {
        return true;
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(index.name());
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AddIndexConcurrently.class, Literals.string(model), index.toSource());
    }
}
