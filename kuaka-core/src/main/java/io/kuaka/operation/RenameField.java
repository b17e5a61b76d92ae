package io.kuaka.operation;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Map;
import java.util.Set;

/** Renames a field; a column that follows the field's name is renamed with it, and references to the field follow. */
public record RenameField(String model, String oldName, String newName) implements FieldOperation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.renameField(new ModelKey(app, model), oldName, newName);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withRenamedField(oldName, newName);
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        editor.alterTables(step.changes(model, Map.of(oldName, newName), Map.of()));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RenameField(model, newName, oldName);
    }

    @Override
    public String describe() {
        return "Rename field " + oldName + " on " + model + " to " + newName;
    }

    @Override
    public String nameFragment() {
        return Fragments.join("rename", oldName, model, newName);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public String fieldName() {
        return oldName;
    }

    @Override
    public Set<ModelKey> referred() {
        return Set.of();
    }

    @Override
    public Set<String> related() {
        return Set.of(newName);
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameField rename && rename.model.equals(model) && rename.oldName.equals(newName)) {
            return Reduction.by(new RenameField(model, oldName, rename.newName));
        }
        ModelKey key = new ModelKey(app, model);
        boolean free = !next.references(key, oldName) && !next.references(key, newName);
        return Reduction.passesIf(free).orElide(this, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                RenameField.class, Literals.string(model), Literals.string(oldName), Literals.string(newName));
    }
}
