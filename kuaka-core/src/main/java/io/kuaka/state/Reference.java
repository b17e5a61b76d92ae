package io.kuaka.state;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field that refers to rows of a model; its columns have the types of the fields that it refers to.
 *
 * @param to the model referred to
 * @param targets the fields referred to, as many as there are columns; empty for the primary key
 * @param onDelete what happens to the referring rows
 * @param constrained whether it has a foreign key in the database
 * @param constraintName the foreign key's name; null for that of {@link Names#foreignKey}
 * @param isDeferred whether the foreign key is checked only at the end of the transaction
 */
public record Reference(
        ModelKey to,
        List<String> targets,
        OnDelete onDelete,
        boolean constrained,
        @Nullable String constraintName,
        boolean isDeferred)
        implements FieldType {
    public Reference {
        targets = List.copyOf(targets);
    }

    /** Returns a reference to the primary key of {@code to}, with a foreign key that does nothing on deletion. */
    public static Reference to(ModelKey to) {
        return new Reference(to, List.of(), OnDelete.NO_ACTION, true, null, false);
    }

    /** Returns this reference to another model. */
    public Reference withTo(ModelKey newTo) {
        return new Reference(newTo, targets, onDelete, constrained, constraintName, isDeferred);
    }

    /** Returns this reference to other fields. */
    public Reference withTargets(List<String> newTargets) {
        return new Reference(to, newTargets, onDelete, constrained, constraintName, isDeferred);
    }

    /** Returns the fields referred to: those given, or the primary key of the model. */
    public List<Field> targetFields(ProjectState state) {
        ModelState target = state.model(to);
        return targets.isEmpty()
                ? target.primaryKey()
                : targets.stream().map(target::field).toList();
    }

    @Override
    public List<ColumnType> columnTypes(ProjectState state) {
        return targetFields(state).stream()
                .flatMap(field -> field.type().columnTypes(state).stream())
                .toList();
    }

    @Override
    public List<String> defaultColumns(String fieldName) {
        return List.of(fieldName.substring(fieldName.lastIndexOf('.') + 1) + "_id");
    }

    @Override
    public JavaSource fieldSource(String fieldName) {
        return JavaSource.staticCall(
                Fields.class, "reference", Literals.string(fieldName), Literals.string(to.toString()));
    }

    @Override
    public JavaSource appendAttributes(JavaSource field) {
        JavaSource source = field;
        if (!targets.isEmpty()) {
            source = source.call("toFields", Literals.strings(targets));
        }
        if (onDelete != OnDelete.NO_ACTION) {
            source = source.call("onDelete", JavaSource.member(OnDelete.class, onDelete.name()));
        }
        if (constraintName != null) {
            source = source.call("foreignKey", Literals.string(constraintName));
        }
        if (isDeferred) {
            source = source.call("isDeferred");
        }
        return constrained ? source : source.call("withoutForeignKey");
    }
}
