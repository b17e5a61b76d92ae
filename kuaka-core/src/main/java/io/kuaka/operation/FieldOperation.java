package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operation on one field of a model. */
public interface FieldOperation extends ModelLocalOperation {
    /** Returns the name of the field. */
    String fieldName();

    /** Returns the models that the field refers to after this operation. */
    @Override
    Set<ModelKey> referred();

    /** Returns the other fields of the model that this operation needs, or conflicts with. */
    default Set<String> related() {
        return Set.of();
    }

    /** Returns the expressions that give the field its values: a one-off default, or that of a generated field. */
    default List<Expression> values() {
        return List.of();
    }

    /** Returns the expression that existing rows get their values from. */
    default Optional<Expression> fill() {
        return Optional.empty();
    }

    /** Returns whether each value that the field had is replaced by one that is known to fit. */
    default boolean replacesValues() {
        return false;
    }

    @Override
    default boolean references(ModelKey key) {
        return ModelLocalOperation.super.references(key) || referred().contains(key);
    }

    @Override
    default boolean references(ModelKey key, String field) {
        boolean local = key.name().equals(model())
                && (field.equals(fieldName()) || related().contains(field) || takesValueFrom(field));
        return local || referred().contains(key);
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        if (next instanceof DeleteModel) {
            return ModelLocalOperation.super.reduce(app, next);
        }
        ModelKey key = new ModelKey(app, model());
        boolean free = !next.references(key, fieldName())
                && related().stream().noneMatch(field -> next.references(key, field))
                && !takesValueFrom(key, next);
        return Commutation.of(this, next, free);
    }

    private boolean takesValueFrom(ModelKey key, Operation next) {
        return values().stream()
                .anyMatch(value -> value.fields().stream().anyMatch(field -> next.references(key, field))
                        || (value.namesColumns() && next.references(key)));
    }

    /** A column that is named may belong to any field of the model. */
    private boolean takesValueFrom(String field) {
        return values().stream().anyMatch(value -> value.fields().contains(field) || value.namesColumns());
    }
}
