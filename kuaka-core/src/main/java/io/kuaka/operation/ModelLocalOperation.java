package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Optional;

/**
 * An operation whose whole effect on the state is on one model.
 *
 * <p>The {@link CreateModel} of the same model can absorb it without knowing what it is.
 */
public interface ModelLocalOperation extends Operation {
    /** Returns the name of the model, within the app. */
    String model();

    /** Returns the model after this operation. */
    ModelState applyTo(ModelState model);

    @Override
    default ProjectState apply(String app, ProjectState before) {
        return before.updateModel(new ModelKey(app, model()), this::applyTo);
    }

    /** The tables follow the model; an operation that needs other steps overrides this. */
    @Override
    default void execute(SchemaEditor editor, OperationContext context) {
        editor.alterTables(context.changes(model()));
    }

    @Override
    default Optional<String> subject() {
        return Optional.of(model());
    }

    /** The app isn't known here, so every model with this name counts. */
    @Override
    default boolean references(ModelKey key) {
        return key.name().equals(model());
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        if (next instanceof DeleteModel delete) {
            return beforeDeletion(app, delete);
        }
        return Commutation.of(this, next, !next.references(new ModelKey(app, model())));
    }

    /** Returns whether another model may be deleted only after this operation, because the model might refer to it. */
    default boolean releasesReferences() {
        return true;
    }

    /** A change of a model that is deleted afterwards is unnecessary. */
    private Reduction beforeDeletion(String app, DeleteModel delete) {
        if (delete.name().equals(model())) {
            return Reduction.by(delete);
        }
        boolean free = !releasesReferences() && !referred().contains(new ModelKey(app, delete.name()));
        return Commutation.of(this, delete, free);
    }
}
