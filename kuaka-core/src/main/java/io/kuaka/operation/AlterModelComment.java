package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import org.jspecify.annotations.Nullable;

/** Changes the comment of a model's table, or drops it if null. */
public record AlterModelComment(String model, @Nullable String comment) implements ModelLocalOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.comment(comment);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AlterModelComment(
                model, before.model(new ModelKey(app, model)).comment());
    }

    @Override
    public String describe() {
        return "Alter " + model + " table comment";
    }

    @Override
    public String nameFragment() {
        return NameParts.join("alter", model, "table_comment");
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
        if (next instanceof AlterModelComment later && later.model.equals(model)) {
            return Reduction.by(later);
        }
        return ModelLocalOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AlterModelComment.class, Literals.string(model), Literals.of(comment));
    }
}
