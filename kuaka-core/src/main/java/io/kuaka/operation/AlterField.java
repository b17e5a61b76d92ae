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
 * Changes a field: its type, columns, nullability, default or anything else but its name.
 *
 * @param oneOffDefault what rows get that have no value, where null isn't allowed any more; used once and kept nowhere
 */
public record AlterField(
        String model, Field field, @Nullable Expression oneOffDefault) implements FieldOperation {
    /** Changes a field for which existing rows need no value of their own. */
    public AlterField(String model, Field field) {
        this(model, field, null);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredField(field);
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        Map<String, Expression> fills = oneOffDefault == null ? Map.of() : Map.of(field.name(), oneOffDefault);
        editor.alterTables(step.changes(model, Map.of(), fills));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        Field old = before.model(new ModelKey(app, model)).field(field.name());
        return new AlterField(model, old, field.isNullable() ? Neutral.fill(old) : null);
    }

    @Override
    public String describe() {
        return "Alter field " + field.name() + " on " + model;
    }

    @Override
    public String nameFragment() {
        return Fragments.join("alter", model, field.name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public String fieldName() {
        return field.name();
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
            return Reduction.by(new AlterField(model, alter.field(), fill));
        }
        if (next instanceof RemoveField) {
            return Reduction.by(next);
        }
        // A column that is stated stays where it is, so that the rename would have nothing left to do.
        if (next instanceof RenameField rename && field.hasDefaultColumns() && !rename.keepsColumns()) {
            return Reduction.by(rename, new AlterField(model, field.withName(rename.newName()), oneOffDefault));
        }
        return FieldOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        List<JavaSource> arguments = new ArrayList<>(List.of(Literals.string(model), field.toSource()));
        if (oneOffDefault != null) {
            arguments.add(oneOffDefault.toSource());
        }
        return JavaSource.construct(AlterField.class, arguments);
    }
}
