package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds a field to a model.
 *
 * @param oneOffDefault what existing rows get; used once and kept nowhere. Null where nothing is needed.
 */
public record AddField(String model, Field field, @Nullable Expression oneOffDefault) implements FieldOperation {
    /** Adds a field for which existing rows need no value of their own. */
    public AddField(String model, Field field) {
        this(model, field, null);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withField(field);
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        Map<String, Expression> fills = oneOffDefault == null ? Map.of() : Map.of(field.name(), oneOffDefault);
        editor.alterTables(step.changes(model, Map.of(), fills));
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
        return Fragments.join(model, field.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public String fieldName() {
        return field.name();
    }

    @Override
    public boolean releasesReferences() {
        return false;
    }

    @Override
    public Set<ModelKey> referred() {
        return field.isReference() ? Set.of(field.requireReference().to()) : Set.of();
    }

    @Override
    public Set<String> related() {
        return field.dependencies();
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof FieldOperation other
                && other.model().equals(model)
                && other.fieldName().equals(field.name())) {
            return reduceSame(app, other);
        }
        return FieldOperation.super.reduce(app, next);
    }

    private Reduction reduceSame(String app, FieldOperation next) {
        if (next instanceof AlterField alter) {
            Expression fill = oneOffDefault == null ? alter.oneOffDefault() : oneOffDefault;
            return Reduction.by(new AddField(model, alter.field(), fill));
        }
        if (next instanceof RemoveField) {
            return Reduction.by();
        }
        if (next instanceof RenameField rename) {
            return Reduction.by(new AddField(model, rename.renamed(field), oneOffDefault));
        }
        return FieldOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        List<JavaSource> arguments = new ArrayList<>(List.of(Literals.string(model), field.toSource()));
        if (oneOffDefault != null) {
            arguments.add(oneOffDefault.toSource());
        }
        return JavaSource.construct(AddField.class, arguments);
    }
}
