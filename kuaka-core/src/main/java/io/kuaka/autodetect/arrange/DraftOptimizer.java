package io.kuaka.autodetect.arrange;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Optimizes the operations of drafts, and puts the columns of new tables in the order of the model. */
public final class DraftOptimizer {
    private DraftOptimizer() {}

    public static void finish(SortedMap<String, List<MigrationNode>> drafts, ProjectState to) {
        drafts.forEach((app, list) -> list.replaceAll(draft -> draft.withOperations(finish(app, draft, to))));
    }

    private static List<Operation> finish(String app, MigrationNode draft, ProjectState to) {
        return Optimizer.optimize(app, draft.operations().get()).stream()
                .map(operation -> operation instanceof CreateModel create ? inOrder(app, create, to) : operation)
                .toList();
    }

    private static Operation inOrder(String app, CreateModel create, ProjectState to) {
        ModelState model = create.model();
        ModelKey key = new ModelKey(app, model.name());
        if (!to.hasModel(key)) {
            return create;
        }
        ModelState wanted = to.model(key);
        return new CreateModel(model.withMembers(
                inOrder(model.fields(), wanted.fields()),
                inOrder(model.indexes(), wanted.indexes()),
                inOrder(model.constraints(), wanted.constraints())));
    }

    private static <T> Map<String, T> inOrder(Map<String, T> members, Map<String, T> wanted) {
        Map<String, T> sorted = new LinkedHashMap<>();
        wanted.keySet().stream().filter(members::containsKey).forEach(name -> sorted.put(name, members.get(name)));
        members.forEach(sorted::putIfAbsent);
        return sorted;
    }
}
