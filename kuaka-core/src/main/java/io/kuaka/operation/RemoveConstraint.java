package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/** Removes a constraint from a model. */
public record RemoveConstraint(String model, String constraintName) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withoutConstraint(constraintName);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AddConstraint(model, before.model(new ModelKey(app, model)).constraint(constraintName));
    }

    @Override
    public String describe() {
        return "Remove constraint " + constraintName + " from model " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("remove", model, constraintName);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(constraintName);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RemoveConstraint.class, Literals.string(model), Literals.string(constraintName));
    }
}
