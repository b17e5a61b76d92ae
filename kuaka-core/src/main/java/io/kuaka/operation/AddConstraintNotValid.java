package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/**
 * Adds a check for new and changed rows without reading the existing ones: {@code not valid} on PostgreSQL, a plain
 * check elsewhere. {@link ValidateConstraint} checks the existing rows, in a later migration.
 */
public record AddConstraintNotValid(String model, CheckConstraint constraint) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withConstraint(constraint);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.addCheckNotValid(context.changes(model), constraint.name());
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveConstraint(model, constraint.name());
    }

    @Override
    public String describe() {
        return "Create not valid constraint " + constraint.name() + " on model " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join(model, constraint.name(), "not_valid");
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(constraint.name());
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AddConstraintNotValid.class, Literals.string(model), constraint.toSource());
    }
}
