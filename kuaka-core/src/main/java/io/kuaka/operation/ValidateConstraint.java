package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;

/**
 * Checks the rows that existed when a constraint was added as not valid, without blocking writes. Does nothing on
 * databases other than PostgreSQL, and nothing when reversed.
 */
public record ValidateConstraint(String model, String constraintName) implements ModelLocalOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.validateConstraint(context.tableAfter(model), constraintName);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new SeparateDatabaseAndState(List.of(), List.of());
    }

    @Override
    public String describe() {
        return "Validate constraint " + constraintName + " on model " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join(model, "validate", constraintName);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(ValidateConstraint.class, Literals.string(model), Literals.string(constraintName));
    }
}
