package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import java.util.Set;

/**
 * One change of the models, and of the database with them.
 *
 * <p>An operation is an immutable value that names models as its app does. It owns its change of the state, its change
 * of the database in verbs of {@link SchemaEditor}, its inverse, its words and its source; it doesn't own SQL,
 * detection, order or transactions. Anyone may add operations: a public record with a public constructor.
 *
 * <p>Laws: {@code inverse(app, s).apply(app, apply(app, s))} equals {@code s} for reversible operations; compiling
 * {@link #toSource} gives an equal operation.
 */
public interface Operation {
    /**
     * Returns the state after this operation.
     *
     * @throws io.kuaka.base.MigrationException when the operation doesn't fit the state
     */
    ProjectState apply(String app, ProjectState before);

    /** Says the verbs that make the same change in the database. */
    void execute(SchemaEditor editor, OperationContext context);

    /**
     * Returns the operation that takes this one back.
     *
     * @param before the state before this operation
     * @throws IrreversibleOperationException when there is no way back
     */
    Operation inverse(String app, ProjectState before);

    /** Returns what this operation does, as in {@code Add field isbn to Book}. */
    String describe();

    /** Returns more of what this operation does, for a plan: the start of its SQL, say. Mostly empty. */
    default String detail() {
        return "";
    }

    /** Returns what a migration's name says of this operation, as in {@code book_isbn}; empty for nothing. */
    String nameFragment();

    /** Returns the kind of change, for its sign before the description. */
    Category category();

    /** Returns the Java expression that makes an equal operation. */
    JavaSource toSource();

    /**
     * Returns the name of the one model that this operation makes, changes or deletes; empty where it is about none or
     * several.
     */
    default Optional<String> subject() {
        return Optional.empty();
    }

    /**
     * Returns whether this operation has to do with the model {@code key}. In doubt it has: too many answers of yes only
     * cost optimization, a wrong no breaks a migration.
     */
    default boolean references(ModelKey key) {
        return true;
    }

    /** Returns whether this operation has to do with a field of the model {@code key}; in doubt it has. */
    default boolean references(ModelKey key, String field) {
        return references(key);
    }

    /** Returns the models that references in this operation name. */
    default Set<ModelKey> referred() {
        return Set.of();
    }

    /** Returns whether the model, or one of its fields, has another name after this operation. */
    default boolean renames(ModelKey key) {
        return false;
    }

    /** Returns whether this operation may be left out when its migration is squashed. */
    default boolean isElidable() {
        return false;
    }

    /**
     * Returns whether this operation can't be part of a transaction. What a user's own SQL may need is asked of the
     * database's dialect.
     */
    default boolean runsOutsideTransaction() {
        return false;
    }

    /** Returns what becomes of this operation and {@code next}, a later one of the same app. */
    default Reduction reduce(String app, Operation next) {
        return Reduction.elide(this, next);
    }
}
