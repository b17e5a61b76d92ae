package io.kuaka.autodetect;

import io.kuaka.graph.Footprint;
import io.kuaka.graph.Place;
import io.kuaka.migration.MigrationNode;
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

/**
 * What a whole history did, found by replaying it.
 *
 * @param builtUpon for each app the pieces that its operations needed
 * @param takers for models that another app moved away, these apps
 */
record Past(Map<String, Set<Place>> builtUpon, Map<ModelKey, SortedSet<String>> takers) {
    /** Replays migrations, which are in an order to apply them. */
    static Past of(List<MigrationNode> order) {
        Past past = new Past(new TreeMap<>(), new TreeMap<>());
        ProjectState state = ProjectState.empty();
        for (MigrationNode migration : order) {
            List<Operation> operations = migration.operations().get();
            for (int i = 0; i < operations.size(); i++) {
                ProjectState after = migration.apply(operations.get(i), i, state);
                past.add(migration.key().app(), operations.get(i), state, after);
                state = after;
            }
        }
        return past;
    }

    private void add(String app, Operation operation, ProjectState before, ProjectState after) {
        builtUpon
                .computeIfAbsent(app, each -> new HashSet<>())
                .addAll(Footprint.of(app, operation, before, after).reads());
        Set<ModelKey> gone = new TreeSet<>(before.models().keySet());
        gone.removeAll(after.models().keySet());
        gone.removeIf(key -> key.app().equals(app));
        gone.forEach(key -> takers.computeIfAbsent(key, each -> new TreeSet<>()).add(app));
    }
}
