package io.kuaka.operation;

import io.kuaka.base.Internal;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.state.ModelKey;
import java.util.List;
import java.util.Optional;

/** Executes operations as far as the database of their context has what they change. */
@Internal
public final class Placing {
    private Placing() {}

    /**
     * Executes an operation, or only what follows from it in the tables that the database has.
     *
     * @throws io.kuaka.routing.SeparatedModelsException if a foreign key would lead to a table of another database
     */
    public static void execute(Operation operation, SchemaEditor editor, OperationContext context) {
        Optional<ModelKey> model = operation.subject().map(context::key).filter(context.after()::hasModel);
        if (operation.isOn(context.placement(), context.app())) {
            operation.execute(editor, context);
            model.ifPresent(key ->
                    context.placement().requireTogether(key, context.after().model(key)));
        } else if (model.isPresent() && context.before().hasModel(model.get())) {
            List<TableChange> following = context.changesOfReferrers(model.get());
            if (!following.isEmpty()) {
                editor.alterTables(following);
            }
        }
    }
}
