package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Constraint;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/** Adds a constraint to a model; rows that violate it make the migration fail. */
public record AddConstraint(String model, Constraint constraint) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withConstraint(constraint);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveConstraint(model, constraint.name());
    }

    @Override
    public String describe() {
        return "Create constraint " + constraint.name() + " on model " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join(model, constraint.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RemoveConstraint remove
                && remove.model().equals(model)
                && remove.constraintName().equals(constraint.name())) {
            return Reduction.by();
        }
        if (next instanceof RenameConstraint rename
                && rename.model().equals(model)
                && rename.oldName().equals(constraint.name())) {
            return Reduction.by(new AddConstraint(model, constraint.withName(rename.newName())));
        }
        // A constraint is dropped with a field that it needs.
        if (next instanceof RemoveField remove
                && remove.model().equals(model)
                && constraint.fields().contains(remove.fieldName())) {
            return Reduction.by(remove);
        }
        return IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(constraint.name());
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AddConstraint.class, Literals.string(model), constraint.toSource());
    }
}
