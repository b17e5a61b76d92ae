package io.kuaka.operation;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renames a model, with its join, collection and secondary tables; a table that follows the model's name follows it. */
public record RenameModel(String oldName, String newName) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.renameModel(new ModelKey(app, oldName), new ModelKey(app, newName));
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        ModelKey oldKey = step.key(oldName);
        Map<ModelKey, ModelKey> moved = new LinkedHashMap<>();
        moved.put(oldKey, step.key(newName));
        step.before()
                .partsOf(oldKey)
                .forEach(part -> moved.put(part, step.key(newName + part.name().substring(oldName.length()))));
        editor.alterTables(step.moves(moved));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RenameModel(newName, oldName);
    }

    @Override
    public String describe() {
        return "Rename model " + oldName + " to " + newName;
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
    public boolean references(ModelKey key) {
        return key.name().equals(oldName)
                || key.name().equals(newName)
                || key.name().startsWith(oldName + ".")
                || key.name().startsWith(newName + ".");
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameModel rename && rename.oldName.equals(newName)) {
            return Reduction.by(new RenameModel(oldName, rename.newName));
        }
        boolean free = !next.references(new ModelKey(app, newName)) && !next.references(new ModelKey(app, oldName));
        return Reduction.passesIf(free).orElide(this, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RenameModel.class, Literals.string(oldName), Literals.string(newName));
    }
}
