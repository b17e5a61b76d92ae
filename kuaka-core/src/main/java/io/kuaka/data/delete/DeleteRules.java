package io.kuaka.data.delete;

import io.kuaka.base.Internal;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the state says about the rows that refer to deleted ones.
 *
 * <p>Rows of a join, collection or secondary table go with the row of their owner, as those of an entity do. All others
 * do what their reference says. A reference that has neither an action nor a foreign key allows rows that refer to
 * nothing; one that is checked at the end of the transaction is left to the database.
 *
 * @param isHere whether the database has the table of a model
 */
@Internal
public record DeleteRules(ProjectState state, Predicate<ModelKey> isHere) {
    /** What happens to a row that refers to a deleted one. */
    public enum Effect {
        DELETED,
        CLEARED,
        REFUSED
    }

    /** A reference by which rows of a model are affected. */
    public record Link(ModelKey from, Field field, Effect effect) {
        /** Returns the model whose rows are deleted. */
        public ModelKey to() {
            return reference().to();
        }

        /** Returns the type of the field. */
        public Reference reference() {
            return field.requireReference();
        }

        @Override
        public String toString() {
            return from + "." + field.name();
        }
    }

    /** Returns the references to a model that the deletion of its rows matters to. */
    public List<Link> links(ModelKey to) {
        return state.referrers(to).stream()
                .filter(isHere)
                .flatMap(from -> state.model(from).fields().values().stream()
                        .filter(field -> field.isReference() && field.refersTo(to))
                        .map(field -> link(from, field))
                        .filter(Objects::nonNull))
                .toList();
    }

    private @Nullable Link link(ModelKey from, Field field) {
        Effect effect =
                field.equals(ownerReference(from, field.requireReference().to()))
                        ? Effect.DELETED
                        : effect(field.requireReference());
        return effect == null ? null : new Link(from, field, effect);
    }

    /** The reference of a part to the row that it belongs to: the first one, where several lead to the owner's model. */
    private @Nullable Field ownerReference(ModelKey part, ModelKey owner) {
        return part.isPartOf(owner)
                ? state.model(part).fields().values().stream()
                        .filter(field -> field.isReference() && field.refersTo(owner))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static @Nullable Effect effect(Reference reference) {
        return switch (reference.onDelete()) {
            case CASCADE -> Effect.DELETED;
            case SET_NULL, SET_DEFAULT -> Effect.CLEARED;
            case RESTRICT -> Effect.REFUSED;
            case NO_ACTION -> reference.constrained() && !reference.isDeferred() ? Effect.REFUSED : null;
        };
    }

    /** Returns the foreign keys by which rows of a model always refer to others of it, and can't be deleted after these. */
    public List<Field> lastingReferences(ModelKey model) {
        return isHere.test(model)
                ? state.model(model).fields().values().stream()
                        .filter(field -> field.isReference() && field.refersTo(model) && !field.isNullable())
                        .filter(field -> field.requireReference().constrained()
                                && !field.requireReference().isDeferred())
                        .filter(field -> effect(field.requireReference()) == Effect.REFUSED)
                        .toList()
                : List.of();
    }

    /**
     * Returns whether foreign keys do all that has to be done to other rows. What refuses the deletion of the first rows
     * has to be counted first.
     */
    public boolean isDoneByForeignKeys(ModelKey key) {
        List<Link> links = links(key);
        Set<ModelKey> passed = new HashSet<>();
        boolean isDone = links.stream()
                .filter(link -> link.effect() != Effect.REFUSED)
                .allMatch(link -> isDoneByForeignKey(link, passed));
        // The rows of a model that a cascade reaches may be deleted as well, and then they refuse nothing.
        return isDone
                && links.stream()
                        .filter(link -> link.effect() == Effect.REFUSED)
                        .noneMatch(link -> link.from().equals(key) || passed.contains(link.from()));
    }

    private boolean isDoneByForeignKey(Link link, Set<ModelKey> passed) {
        Reference reference = link.reference();
        boolean isDeleted = reference.onDelete() == OnDelete.CASCADE;
        if (!reference.constrained() || !(isDeleted || reference.onDelete() == OnDelete.SET_NULL)) {
            return false;
        }
        return !isDeleted
                || !passed.add(link.from())
                || links(link.from()).stream()
                        .allMatch(next -> next.effect() != Effect.REFUSED && isDoneByForeignKey(next, passed));
    }
}
