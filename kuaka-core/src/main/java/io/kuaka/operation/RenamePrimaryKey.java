package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import org.jspecify.annotations.Nullable;

/**
 * Gives the constraint of a model's primary key another name. A name that is given stays when the table gets another one.
 *
 * @param name the new name; null for the usual one, which follows the table's name
 */
public record RenamePrimaryKey(String model, @Nullable String name) implements ModelLocalOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.primaryKeyName(name);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RenamePrimaryKey(
                model, before.model(new ModelKey(app, model)).primaryKeyName());
    }

    @Override
    public String describe() {
        return "Rename primary key of " + model + " to " + (name == null ? "its usual name" : name);
    }

    @Override
    public String nameFragment() {
        return NameParts.join("rename", model, "primary_key");
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public boolean releasesReferences() {
        return false;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenamePrimaryKey later && later.model.equals(model)) {
            return Reduction.by(later);
        }
        return ModelLocalOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RenamePrimaryKey.class, Literals.string(model), Literals.of(name));
    }
}
