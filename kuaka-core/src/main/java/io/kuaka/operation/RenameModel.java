package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        return keepsTable ? renamed.updateModel(newKey, model -> model.withRenamedTable(oldTable)) : renamed;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.alterTables(context.moves(context.before().renames(context.key(oldName), context.key(newName))));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        // A stated table may happen to be the one that the new name suggests; it has to stay when the rename is
        // reversed.
        String table = before.model(new ModelKey(app, oldName)).table();
        return new RenameModel(newName, oldName, table.equals(newName));
    }

    @Override
    public String describe() {
        return "Rename model " + oldName + " to " + newName;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("rename", oldName, newName);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public boolean isOn(Placement placement, String app) {
        return placement.keeps(new ModelKey(app, oldName), new ModelKey(app, newName));
    }

    @Override
    public boolean references(ModelKey key) {
        return is(key, oldName) || is(key, newName);
    }

    @Override
    public boolean renames(ModelKey key) {
        return is(key, oldName);
    }

    /** The app isn't known here, so that every model of this name counts, and every part of one. */
    private static boolean is(ModelKey key, String model) {
        return key.name().equals(model) || key.isPartOf(key.sibling(model));
    }

    /** Tables are known here by the names that follow the model's only. */
    private boolean mayTakeTable(Operation operation) {
        Set<String> tables = new HashSet<>(List.of(oldName.toLowerCase(Locale.ROOT), newName.toLowerCase(Locale.ROOT)));
        return (operation instanceof CreateModel create
                        && tables.contains(create.model().table().toLowerCase(Locale.ROOT)))
                || (operation instanceof AlterModelTable alter
                        && tables.contains(alter.table().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameModel rename && rename.oldName.equals(newName) && rename.keepsTable == keepsTable) {
            return rename.newName.equals(oldName)
                    ? Reduction.by()
                    : Reduction.by(new RenameModel(oldName, rename.newName, keepsTable));
        }
        if (next instanceof DeleteModel delete && delete.name().equals(newName)) {
            return Reduction.by(new DeleteModel(oldName));
        }
        boolean free = !next.references(new ModelKey(app, newName))
                && !next.references(new ModelKey(app, oldName))
                && !mayTakeTable(next);
        return Commutation.of(this, next, free);
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = JavaSource.construct(RenameModel.class, Literals.string(oldName), Literals.string(newName));
        return keepsTable ? source.call("keepingTable") : source;
    }
}
