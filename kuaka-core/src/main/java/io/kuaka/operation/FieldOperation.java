package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.state.ModelKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operation on one field of a model. */
public interface FieldOperation extends ModelLocalOperation {
    /** Returns the name of the field. */
    String fieldName();

    /** Returns the models that the field refers to after this operation. */
    @Override
    Set<ModelKey> referred();

    /** Returns the other fields of the model that this operation needs, or clashes with. */
    Set<String> related();

    /** Returns the value that rows get once and for all; null where none is needed. */
    default @Nullable Expression oneOffDefault() {
        return null;
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
        return Neighbours.of(this, next, free);
    }

    private boolean takesValueFrom(ModelKey key, Operation next) {
        @Nullable Expression value = oneOffDefault();
        return value != null
                && (value.fields().stream().anyMatch(field -> next.references(key, field))
                        || (value.hasRawSql() && next.references(key)));
    }

    /** Raw SQL names columns, which may be those of any field of the model. */
    private boolean takesValueFrom(String field) {
        @Nullable Expression value = oneOffDefault();
        return value != null && (value.fields().contains(field) || value.hasRawSql());
    }
}
