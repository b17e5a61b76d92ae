package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/** Adds an index to a model. */
public record AddIndex(String model, Index index) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withIndex(index);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveIndex(model, index.name());
    }

    @Override
    public String describe() {
        return "Create index " + index.name() + " on " + NameParts.target(index) + " of model " + model;
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
        if (next instanceof RemoveIndex remove
                && remove.model().equals(model)
                && remove.indexName().equals(index.name())) {
            return Reduction.by();
        }
        if (next instanceof RenameIndex rename
                && rename.model().equals(model)
                && rename.oldName().equals(index.name())) {
            return Reduction.by(new AddIndex(model, index.withName(rename.newName())));
        }
        // An index goes with a field that it needs.
        if (next instanceof RemoveField remove
                && remove.model().equals(model)
                && index.fields().contains(remove.fieldName())) {
            return Reduction.by(remove);
        }
        return IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(index.name());
    }

    @Override
    public Operation concurrently() {
        return new AddIndexConcurrently(model, index);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AddIndex.class, Literals.string(model), index.toSource());
    }
}
