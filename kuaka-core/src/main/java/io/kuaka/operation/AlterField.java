package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.ReferenceTranslation;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes a field: its type, columns, nullability, default or anything else but its name.
 *
 * @param oneOffDefault what rows with null get if the field becomes NOT NULL; used once and not kept
 */
public record AlterField(
        String model, Field field, @Nullable Expression oneOffDefault) implements FieldDefinition {
    /** Changes a field for which existing rows need no value of their own. */
    public AlterField(String model, Field field) {
        this(model, field, null);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredField(field);
    }

    /** A reference that identifies its rows by other fields gets the values of these fields. */
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        ReferenceTranslation.of(context, model, field.name())
                .ifPresentOrElse(
                        translation -> translation.execute(editor, oneOffDefault),
                        () -> FieldDefinition.super.execute(editor, context));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        Field old = before.model(new ModelKey(app, model)).field(field.name());
        return new AlterField(model, old, field.isNullable() ? BackfillDefaults.fill(old) : null);
    }

    @Override
    public String describe() {
        return "Alter field " + field.name() + " on " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("alter", model, field.name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    /** The former sequence isn't known here; when reversed, it has to exist again. */
    @Override
    public Reduction reduce(String app, Operation next) {
        return next instanceof SequenceOperation && field.isPrimaryKey()
                ? Reduction.blocks()
                : FieldDefinition.super.reduce(app, next);
    }

    @Override
    public Optional<Reduction> joined(FieldOperation next) {
        if (next instanceof AlterField alter && !losesFill(alter)) {
            Expression fill = oneOffDefault == null ? alter.oneOffDefault() : oneOffDefault;
            return Optional.of(Reduction.by(new AlterField(model, alter.field(), fill)));
        }
        if (next instanceof RemoveField) {
            return Optional.of(Reduction.by(next));
        }
        // A stated column stays, so the rename would have nothing left to do.
        if (next instanceof RenameField rename && field.hasDefaultColumns() && !rename.keepsColumns()) {
            return Optional.of(
                    Reduction.by(rename, new AlterField(model, field.withName(rename.newName()), oneOffDefault)));
        }
        return Optional.empty();
    }

    /** If null is allowed in the end, rows that got a value in between have to keep it. */
    private boolean losesFill(AlterField next) {
        return oneOffDefault != null && next.field().isNullable();
    }
}
