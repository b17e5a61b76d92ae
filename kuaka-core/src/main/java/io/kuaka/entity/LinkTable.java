package io.kuaka.entity;

import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/**
 * A table that only joins two others, and so is a collection of one of them.
 *
 * @param owning the reference to the owner
 * @param inverse the reference to the elements
 * @param isSet whether a row can be there only once
 */
record LinkTable(Field owning, Field inverse, boolean isSet) {
    ModelKey owner() {
        return owning.requireReference().to();
    }

    ModelKey element() {
        return inverse.requireReference().to();
    }

    /** Returns the collection that a model is; empty if it says more than a collection can. */
    static Optional<LinkTable> of(ProjectState state, ModelKey key) {
        ModelState model = state.model(key);
        List<Field> fields = List.copyOf(model.fields().values());
        List<Field> primaryKey = model.primaryKey();
        boolean isPlain = fields.size() == 2
                && fields.stream().allMatch(field -> isPlain(state, field))
                && (primaryKey.size() == 2 || primaryKey.isEmpty())
                && model.comment() == null
                && state.referrers(key).isEmpty()
                && model.constraints().values().stream().allMatch(LinkTable::isUnique)
                && model.indexes().values().stream().allMatch(LinkTable::isPlain);
        if (!isPlain) {
            return Optional.empty();
        }
        List<Field> ordered = primaryKey.isEmpty() ? fields : primaryKey;
        return Optional.of(new LinkTable(ordered.get(0), ordered.get(1), !primaryKey.isEmpty()));
    }

    private static boolean isPlain(ProjectState state, Field field) {
        if (!field.isReference() || field.isNullable() || field.defaultValue() != null || field.comment() != null) {
            return false;
        }
        Reference reference = field.requireReference();
        return field.columns().size() == 1
                && reference.targets().isEmpty()
                && reference.onDelete() == OnDelete.NO_ACTION
                && !reference.isDeferred()
                && state.model(reference.to()).primaryKey().size() == 1;
    }

    private static boolean isUnique(Object constraint) {
        return constraint instanceof UniqueConstraint unique && TableRules.isPlain(unique);
    }

    private static boolean isPlain(Index index) {
        return TableRules.isPlain(index);
    }
}
