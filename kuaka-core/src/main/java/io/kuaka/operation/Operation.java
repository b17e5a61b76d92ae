package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.Imports;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One change of the models, and of the database with them.
 *
 * <p>An operation is an immutable value that names models as its app does. It owns its change of the state, its change
 * of the database in verbs of {@link SchemaEditor}, its inverse, its description and its source; it doesn't own SQL,
 * detection, order or transactions. Anyone may add operations: a public record with a public constructor.
 *
 * <p>Laws: {@code inverse(app, s).apply(app, apply(app, s))} equals {@code s} for reversible operations; compiling
 * {@link #toSource} gives an equal operation.
 */
public interface Operation {
    /**
     * Returns the state after this operation.
     *
     * @throws io.kuaka.base.MigrationException if the operation doesn't fit the state
     */
    ProjectState apply(String app, ProjectState before);

    /** Makes the same change in the database, in the verbs of the editor. */
    void execute(SchemaEditor editor, OperationContext context);

    /**
     * Returns the operation that reverses this one.
     *
     * @param before the state before this operation
     * @throws IrreversibleOperationException if it is irreversible
     */
    Operation inverse(String app, ProjectState before);

    /** Returns what this operation does, as in {@code Add field isbn to Book}. */
    String describe();

    /** Returns details for a plan, such as the beginning of its SQL; usually empty. */
    default String detail() {
        return "";
    }

    /** Returns this operation's part of a migration's name, as in {@code book_isbn}; may be empty. */
    String nameFragment();

    /** Returns the kind of change, for its sign before the description. */
    Category category();

    /** Returns the Java expression that makes an equal operation. */
    JavaSource toSource();

    /**
     * Returns what the history keeps of this operation, to tell later whether it was edited: what it does when it is
     * applied. That is mostly its source, without what has no source, such as code, and without how it is reversed.
     */
    default String form() {
        return toSource().flat(new Imports());
    }

    /**
     * Returns the name of the one model that this operation creates, changes or deletes; empty if there is none, or if
     * there are several.
     */
    default Optional<String> subject() {
        return Optional.empty();
    }

    /** Returns what this operation tells a {@link io.kuaka.routing.Router} about itself; usually nothing. */
    default Map<String, String> hints() {
        return Map.of();
    }

    /**
     * Returns whether a database of the project has what this operation changes, as its {@link io.kuaka.routing.Router}
     * says.
     *
     * @throws io.kuaka.routing.TornModelException if the database would have a model under one of its names only
     */
    default boolean isOn(Placement placement, String app) {
        return placement.allows(app, subject(), hints());
    }

    /**
     * Returns whether this operation may concern the model {@code key}. If in doubt, return true: a wrong true only costs
     * optimization, a wrong false breaks a migration.
     */
    default boolean references(ModelKey key) {
        return true;
    }

    /** Returns whether this operation may concern a field of the model {@code key}; if in doubt, true. */
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

    /** Returns whether this operation can't run in a transaction. For users' SQL, the database's dialect decides. */
    default boolean runsOutsideTransaction() {
        return false;
    }

    /** Returns how this operation and {@code next}, a later one of the same app, reduce. */
    default Reduction reduce(String app, Operation next) {
        return Reduction.elide(this, next);
    }
}
