package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/**
 * Moves a model to another app, with its join, collection and secondary tables; all references follow, and no row is
 * touched. A table that is named after the model is renamed with it.
 *
 * <p>It belongs to the history of the app that gets the model.
 *
 * @param keepsTable whether the table keeps its name even if it is named after the model
 */
public record MoveModel(ModelKey from, ModelKey to, boolean keepsTable) implements Operation {
    /** Moves a model; both names are written as in {@code catalog.Book}. */
    public MoveModel(String from, String to) {
        this(ModelKey.parse(from), ModelKey.parse(to), false);
    }

    /** Returns this operation as one that leaves the table as it is. */
    public MoveModel keepingTable() {
        return new MoveModel(from, to, true);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        ProjectState moved = before.renameModel(from, to);
        String oldTable = before.model(from).table();
        return keepsTable ? moved.updateModel(to, model -> model.withRenamedTable(oldTable)) : moved;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.alterTables(context.moves(context.before().renames(from, to)));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        boolean stays =
                !from.name().equals(to.name()) && before.model(from).table().equals(to.name());
        return new MoveModel(to, from, stays);
    }

    @Override
    public String describe() {
        return "Move model " + from + " to " + to;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("move", from.app(), from.name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public boolean isOn(Placement placement, String app) {
        return placement.keeps(from, to);
    }

    @Override
    public boolean references(ModelKey key) {
        return key.equals(from) || key.equals(to) || key.isPartOf(from) || key.isPartOf(to);
    }

    @Override
    public boolean renames(ModelKey key) {
        return key.equals(from) || key.isPartOf(from);
    }

    @Override
    public JavaSource toSource() {
        JavaSource source =
                JavaSource.construct(MoveModel.class, Literals.string(from.toString()), Literals.string(to.toString()));
        return keepsTable ? source.call("keepingTable") : source;
    }
}
