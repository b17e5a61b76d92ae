package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.InvalidModelException;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Creates a model and its table. */
public record CreateModel(ModelState model) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withModel(app, model);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        if (model.fields().isEmpty()) {
            throw new InvalidModelException("The model \"" + model.name()
                    + "\" has no fields, and a table without columns can't be used. Add its fields.");
        }
        editor.createTable(context.tableAfter(model.name()));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new DeleteModel(model.name());
    }

    @Override
    public String describe() {
        return "Create model " + model.name();
    }

    @Override
    public String nameFragment() {
        return NameParts.join(model.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(model.name());
    }

    @Override
    public boolean references(ModelKey key) {
        return key.name().equals(model.name()) || referred().contains(key);
    }

    @Override
    public Set<ModelKey> referred() {
        Set<ModelKey> referred = new TreeSet<>(model.references());
        referred.addAll(model.numberSources());
        return referred;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof DeleteModel delete && delete.name().equals(model.name())) {
            return Reduction.by();
        }
        if (next instanceof RenameModel rename && rename.oldName().equals(model.name())) {
            return Reduction.by(new CreateModel(alone(app, rename, rename.newName())));
        }
        if (next instanceof ModelLocalOperation local && local.model().equals(model.name())) {
            return Reduction.by(new CreateModel(local.applyTo(model)));
        }
        if (next instanceof ReorderPrimaryKey reorder && reorder.model().equals(model.name())) {
            return Reduction.by(new CreateModel(alone(app, reorder, model.name())));
        }
        return Commutation.of(this, next, !next.references(new ModelKey(app, model.name())));
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CreateModel.class, model.toSource());
    }

    /** References to the model itself follow its name and its key. */
    private ModelState alone(String app, Operation next, String name) {
        ProjectState alone = ProjectState.empty().withModel(app, model);
        return next.apply(app, alone).model(new ModelKey(app, name));
    }
}
