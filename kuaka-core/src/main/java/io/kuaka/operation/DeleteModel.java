package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Optional;

/** Deletes a model and drops its table with all rows. */
public record DeleteModel(String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withoutModel(new ModelKey(app, name));
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.dropTable(context.tableBefore(name));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CreateModel(before.model(new ModelKey(app, name)));
    }

    @Override
    public String describe() {
        return "Delete model " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("delete", name);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(name);
    }

    @Override
    public boolean references(ModelKey key) {
        // Rows of other models may refer to this one, so their fields have to be removed first.
        return true;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        return Commutation.of(this, next, !next.references(new ModelKey(app, name)) && !mayTakeName(next));
    }

    /** The names of the table, its indexes and its constraints, which are free afterwards, aren't known here. */
    private static boolean mayTakeName(Operation next) {
        return next instanceof IndexOrConstraintOperation
                || next instanceof AlterModelTable
                || next instanceof RenameModel
                || next instanceof CreateModel;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(DeleteModel.class, Literals.string(name));
    }
}
