package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Map;
import java.util.Set;

/**
 * Renames a field; a column that follows the field's name is renamed with it, and references to the field follow.
 *
 * @param keepsColumns whether the columns stay as they are even where they follow the name
 */
public record RenameField(String model, String oldName, String newName, boolean keepsColumns)
        implements FieldOperation {
    /** Renames a field, and a column that follows its name. */
    public RenameField(String model, String oldName, String newName) {
        this(model, oldName, newName, false);
    }

    /** Returns this operation as one that leaves the columns as they are. */
    public RenameField keepingColumns() {
        return new RenameField(model, oldName, newName, true);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        ModelKey key = new ModelKey(app, model);
        return before.renameField(key, oldName, renamed(before.model(key).field(oldName)));
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withRenamedField(oldName, renamed(state.field(oldName)));
    }

    /** Returns the field under its new name. */
    Field renamed(Field field) {
        return keepsColumns ? field.withNameOnly(newName) : field.withName(newName);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.alterTables(context.changes(model, Map.of(oldName, newName), Map.of()));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        Field old = before.model(new ModelKey(app, model)).field(oldName);
        Field now = renamed(old);
        // A stated column may happen to be the one that the new name suggests; it has to stay when the rename is
        // reversed.
        return new RenameField(
                model,
                newName,
                oldName,
                now.hasDefaultColumns() && now.columns().equals(old.columns()));
    }

    @Override
    public String describe() {
        return "Rename field " + oldName + " on " + model + " to " + newName;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("rename", oldName, model, newName);
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
    public boolean renames(ModelKey key) {
        return key.name().equals(model);
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameField rename
                && rename.model.equals(model)
                && rename.oldName.equals(newName)
                && rename.keepsColumns == keepsColumns) {
            return rename.newName.equals(oldName)
                    ? Reduction.by()
                    : Reduction.by(new RenameField(model, oldName, rename.newName, keepsColumns));
        }
        if (next instanceof RemoveField remove
                && remove.model().equals(model)
                && remove.fieldName().equals(newName)) {
            return Reduction.by(new RemoveField(model, oldName));
        }
        return FieldOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = JavaSource.construct(
                RenameField.class, Literals.string(model), Literals.string(oldName), Literals.string(newName));
        return keepsColumns ? source.call("keepingColumns") : source;
    }
}
