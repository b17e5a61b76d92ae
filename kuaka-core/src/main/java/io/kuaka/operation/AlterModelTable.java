package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import org.jspecify.annotations.Nullable;

/**
 * Renames a model's table, or moves it to another schema.
 *
 * @param schema the schema of the table; null for the connection's own
 */
public record AlterModelTable(
        String model, String table, @Nullable String schema) implements ModelLocalOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withRenamedTable(table).schema(schema);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        ModelState old = before.model(new ModelKey(app, model));
        return new AlterModelTable(model, old.table(), old.schema());
    }

    @Override
    public String describe() {
        return "Rename table for " + model + " to " + (schema == null ? "" : schema + ".") + table;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("alter", model, "table");
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof AlterModelTable later && later.model.equals(model)) {
            return Reduction.by(later);
        }
        boolean mayTakeTable = !(next instanceof ModelLocalOperation) || next instanceof AlterModelTable;
        Reduction reduction = ModelLocalOperation.super.reduce(app, next);
        return mayTakeTable && reduction instanceof Reduction.Passes ? Reduction.blocks() : reduction;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                AlterModelTable.class, Literals.string(model), Literals.string(table), Literals.of(schema));
    }
}
