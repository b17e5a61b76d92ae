package io.kuaka.operation;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Renames a model, with its join, collection and secondary tables; a table that follows the model's name follows it.
 *
 * @param keepsTable whether the table stays as it is even where it follows the name
 */
public record RenameModel(String oldName, String newName, boolean keepsTable) implements Operation {
    /** Renames a model, and a table that follows its name. */
    public RenameModel(String oldName, String newName) {
        this(oldName, newName, false);
    }

    /** Returns this operation as one that leaves the table as it is. */
    public RenameModel keepingTable() {
        return new RenameModel(oldName, newName, true);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        ModelKey newKey = new ModelKey(app, newName);
        ProjectState renamed = before.renameModel(new ModelKey(app, oldName), newKey);
        String oldTable = before.model(new ModelKey(app, oldName)).table();
        return keepsTable ? renamed.updateModel(newKey, model -> model.table(oldTable)) : renamed;
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
        // A stated table may happen to be the one that the new name suggests; it has to stay on the way back.
        String table = before.model(new ModelKey(app, oldName)).table();
        return new RenameModel(newName, oldName, table.equals(newName));
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
        JavaSource source = JavaSource.construct(RenameModel.class, Literals.string(oldName), Literals.string(newName));
        return keepsTable ? source.call("keepingTable") : source;
    }
}
