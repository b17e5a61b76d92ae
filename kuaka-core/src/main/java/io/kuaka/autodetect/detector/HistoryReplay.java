package io.kuaka.autodetect.detector;

import io.kuaka.impact.Footprint;
import io.kuaka.impact.StateElement;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.ModelLocalOperation;
import io.kuaka.operation.Operation;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what a whole history did, by replaying it. */
record HistoryReplay(List<MigrationNode> order) {
    private interface Visitor {
        void visit(String app, Operation operation, ProjectState before, ProjectState after);
    }

    /** Returns for each app the pieces that its operations needed. */
    Map<String, Set<StateElement>> builtUpon() {
        Map<String, Set<StateElement>> builtUpon = new TreeMap<>();
        replay((app, operation, before, after) -> builtUpon
                .computeIfAbsent(app, each -> new HashSet<>())
                .addAll(Footprint.of(app, operation, before, after).reads()));
        return builtUpon;
    }

    /** Returns for models that another app moved away these apps. */
    Map<ModelKey, SortedSet<String>> takers() {
        Map<ModelKey, SortedSet<String>> takers = new TreeMap<>();
        replay((app, operation, before, after) -> {
            if (!(operation instanceof ModelLocalOperation) && before.models() != after.models()) {
                Set<ModelKey> gone = new TreeSet<>(before.models().keySet());
                gone.removeAll(after.models().keySet());
                gone.removeIf(key -> key.app().equals(app));
                gone.forEach(key ->
                        takers.computeIfAbsent(key, each -> new TreeSet<>()).add(app));
            }
        });
        return takers;
    }

    private void replay(Visitor visitor) {
        ProjectState state = ProjectState.empty();
        for (MigrationNode migration : order) {
            List<Operation> operations = migration.operations().get();
            for (int i = 0; i < operations.size(); i++) {
                ProjectState after = migration.apply(operations.get(i), i, state);
                visitor.visit(migration.key().app(), operations.get(i), state, after);
                state = after;
            }
        }
    }
}
