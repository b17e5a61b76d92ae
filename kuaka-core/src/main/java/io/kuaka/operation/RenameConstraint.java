package io.kuaka.operation;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Renames a constraint of a model. */
public record RenameConstraint(String model, String oldName, String newName) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredConstraint(oldName, state.constraint(oldName).withName(newName));
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        editor.alterTables(step.changes(model));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RenameConstraint(model, newName, oldName);
    }

    @Override
    public String describe() {
        return "Rename constraint " + oldName + " on " + model + " to " + newName;
    }

    @Override
    public String nameFragment() {
        return Fragments.join("rename", oldName, newName);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameConstraint rename
                && rename.model().equals(model)
                && rename.oldName().equals(newName)) {
            return rename.newName().equals(oldName)
                    ? Reduction.by()
                    : Reduction.by(new RenameConstraint(model, oldName, rename.newName()));
        }
        return IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    public Set<String> memberNames() {
        return new HashSet<>(List.of(oldName, newName));
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                RenameConstraint.class, Literals.string(model), Literals.string(oldName), Literals.string(newName));
    }
}
