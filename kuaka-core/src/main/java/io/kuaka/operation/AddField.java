package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.state.Field;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a field to a model.
 *
 * @param oneOffDefault what existing rows get; used once and not kept. Null if nothing is needed.
 */
public record AddField(String model, Field field, @Nullable Expression oneOffDefault) implements FieldDefinition {
    /** Adds a field for which existing rows need no value of their own. */
    public AddField(String model, Field field) {
        this(model, field, null);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withField(field);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveField(model, field.name());
    }

    @Override
    public String describe() {
        return "Add field " + field.name() + " to " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join(model, field.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public boolean releasesReferences() {
        return false;
    }

    @Override
    public Optional<Reduction> joined(FieldOperation next) {
        if (next instanceof AlterField alter && !alter.replacesValues()) {
            Expression fill = oneOffDefault == null ? alter.oneOffDefault() : oneOffDefault;
            return Optional.of(Reduction.by(new AddField(model, alter.field(), fill)));
        }
        if (next instanceof RemoveField) {
            return Optional.of(Reduction.by());
        }
        if (next instanceof RenameField rename) {
            return Optional.of(Reduction.by(new AddField(model, rename.renamed(field), oneOffDefault)));
        }
        return Optional.empty();
    }
}
