package io.kuaka.autodetect.arrange;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Makes drafts forget models whose tables are left to others: the tables stay as they are, with their rows and with the
 * sequences of their ids. Nothing may drop a table because a setting names it.
 */
public final class ForgottenModels {
    private final Set<ModelKey> models = new TreeSet<>();
    private final Set<ModelKey> sequences = new TreeSet<>();

    private ForgottenModels(ProjectState from, ProjectState to, Predicate<ModelState> unmanaged) {
        from.models().forEach((key, model) -> {
            boolean isLeft = unmanaged.test(model)
                    || (key.isPart() && from.hasModel(key.owner()) && unmanaged.test(from.model(key.owner())));
            if (isLeft && !to.hasModel(key)) {
                models.add(key);
                sequences.addAll(model.numberSources());
            }
        });
    }

    /** Changes what removes such models between two states to what only forgets them. */
    public static void apply(
            SortedMap<String, List<MigrationNode>> drafts,
            ProjectState from,
            ProjectState to,
            Predicate<ModelState> unmanaged) {
        ForgottenModels forgotten = new ForgottenModels(from, to, unmanaged);
        if (!forgotten.models.isEmpty()) {
            drafts.values().forEach(list -> list.replaceAll(forgotten::in));
        }
    }

    private MigrationNode in(MigrationNode draft) {
        List<Operation> operations = draft.operations().get().stream()
                .map(operation -> isOfForgotten(draft.key().app(), operation)
                        ? new SeparateDatabaseAndState(List.of(), List.of(operation))
                        : operation)
                .toList();
        return draft.withOperations(operations);
    }

    private boolean isOfForgotten(String app, Operation operation) {
        return operation instanceof DropSequence drop
                ? sequences.contains(new ModelKey(app, drop.name()))
                : operation
                        .subject()
                        .map(name -> new ModelKey(app, name))
                        .filter(models::contains)
                        .isPresent();
    }
}
