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
 * Adds a check for new and changed rows at once, without reading the rows that are there: {@code not valid} on PostgreSQL,
 * the plain operation elsewhere. {@link ValidateConstraint} makes up for it, in a later migration.
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
