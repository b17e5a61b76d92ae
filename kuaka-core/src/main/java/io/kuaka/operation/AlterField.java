package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.ReferenceTranslation;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.ValueReplacement;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.TypeFamily;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes a field: its type, columns, nullability, default or anything else but its name.
 *
 * @param oneOffDefault what rows with null get if the field becomes NOT NULL; used once and not kept
 * @param replacements what each former value becomes; none where values are converted from type to type
 */
public record AlterField(
        String model, Field field, @Nullable Expression oneOffDefault, Map<Object, Object> replacements)
        implements FieldDefinition {
    public AlterField {
        replacements = Collections.unmodifiableMap(new LinkedHashMap<>(replacements));
    }

    /** Changes a field for which existing rows need no value of their own. */
    public AlterField(String model, Field field) {
        this(model, field, null);
    }

    /** Changes a field, with a value for rows that have null where it becomes NOT NULL. */
    public AlterField(String model, Field field, @Nullable Expression oneOffDefault) {
        this(model, field, oneOffDefault, Map.of());
    }

    /** Returns this operation with what a former value becomes; a value that isn't named then stops the migration. */
    public AlterField replacing(Object former, Object now) {
        Map<Object, Object> more = new LinkedHashMap<>(replacements);
        more.put(former, now);
        return new AlterField(model, field, oneOffDefault, more);
    }

    @Override
    public ModelState applyTo(ModelState state) {
        return state.withAlteredField(field);
    }

    /** A reference that identifies its rows by other fields gets the values of these fields. */
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        if (!replacements.isEmpty()) {
            new ValueReplacement(context, context.key(model), field.name(), replacements)
                    .execute(editor, oneOffDefault);
            return;
        }
        ReferenceTranslation.of(context, model, field.name())
                .ifPresentOrElse(
                        translation -> translation.execute(editor, oneOffDefault),
                        () -> FieldDefinition.super.execute(editor, context));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        Field old = before.model(new ModelKey(app, model)).field(field.name());
        Map<Object, Object> back = new LinkedHashMap<>();
        replacements.forEach((former, now) -> back.put(now, former));
        return new AlterField(model, old, field.isNullable() ? BackfillDefaults.fill(old) : null, back);
    }

    @Override
    public boolean replacesValues() {
        return !replacements.isEmpty();
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
        if (field.columns().stream().anyMatch(Names::isTemporary) || isStepTo(next)) {
            return Optional.empty(); // Another field takes its columns meanwhile, or values are converted in two steps.
        }
        if (next instanceof AlterField alter && !losesFill(alter) && !replacesValues() && !alter.replacesValues()) {
            Expression fill = oneOffDefault == null ? alter.oneOffDefault() : oneOffDefault;
            return Optional.of(Reduction.by(new AlterField(model, alter.field(), fill)));
        }
        if (next instanceof RemoveField) {
            return Optional.of(Reduction.by(next));
        }
        // A stated column stays, so the rename would have nothing left to do.
        if (next instanceof RenameField rename && field.hasDefaultColumns() && !rename.keepsColumns()) {
            return Optional.of(Reduction.by(
                    rename, new AlterField(model, field.withName(rename.newName()), oneOffDefault, replacements)));
        }
        return Optional.empty();
    }

    /** Texts become bytes, and bytes texts, in another way than UUIDs do. */
    private boolean isStepTo(FieldOperation next) {
        return next instanceof AlterField alter
                && field.type() instanceof ColumnType type
                && type.family() == TypeFamily.UUID
                && alter.field.type() instanceof ColumnType other
                && other.family() != TypeFamily.UUID;
    }

    /** If null is allowed in the end, rows that got a value in between have to keep it. */
    private boolean losesFill(AlterField next) {
        return oneOffDefault != null && next.field().isNullable();
    }

    @Override
    public JavaSource toSource() {
        JavaSource source = FieldDefinition.super.toSource();
        for (Map.Entry<Object, Object> each : replacements.entrySet()) {
            source = source.call("replacing", Literals.of(each.getKey()), Literals.of(each.getValue()));
        }
        return source;
    }
}
