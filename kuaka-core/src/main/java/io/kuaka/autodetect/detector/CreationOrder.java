package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which references to new models a new model is created with, and which ones are added once all models are there:
 * those that would close a circle of models, or of apps.
 *
 * <p>References in primary keys, and those of join and collection tables, are always created with their models. Of a
 * circle, a reference that allows null is added later if there is one, of several that of the first model.
 */
final class CreationOrder {
    /** A reference of a new model to another new one. */
    private record Edge(ModelKey model, Field field, ModelKey target) {
        boolean isFixed() {
            return model.isPart() || field.isPrimaryKey();
        }
    }

    private final Map<ModelKey, Set<ModelKey>> earlier = new HashMap<>();
    private final Map<String, Set<String>> earlierApps = new HashMap<>();
    private final Set<Edge> later = new HashSet<>();

    private CreationOrder(List<Edge> edges) {
        edges.stream().filter(Edge::isFixed).forEach(this::accept);
        edges.stream()
                .filter(edge -> !edge.isFixed())
                .sorted(Comparator.comparing(edge -> edge.field().isNullable()))
                .forEach(edge -> {
                    if (closesCircle(edge)) {
                        later.add(edge);
                    } else {
                        accept(edge);
                    }
                });
    }

    /** Returns the order for new models. */
    static CreationOrder of(ProjectState to, Set<ModelKey> added) {
        List<Edge> edges = new ArrayList<>();
        for (ModelKey key : added) {
            for (Field field : to.model(key).fields().values()) {
                if (field.isReference()) {
                    ModelKey target = field.requireReference().to();
                    if (!target.equals(key) && added.contains(target)) {
                        edges.add(new Edge(key, field, target));
                    }
                }
            }
        }
        Collections.reverse(edges);
        return new CreationOrder(edges);
    }

    /** Returns whether a field of a new model is added after all new models are there. */
    boolean comesLater(ModelKey key, Field field) {
        return field.isReference()
                && later.contains(new Edge(key, field, field.requireReference().to()));
    }

    private void accept(Edge edge) {
        earlier.computeIfAbsent(edge.model(), key -> new HashSet<>()).add(edge.target());
        if (!edge.model().app().equals(edge.target().app())) {
            earlierApps
                    .computeIfAbsent(edge.model().app(), app -> new HashSet<>())
                    .add(edge.target().app());
        }
    }

    private boolean closesCircle(Edge edge) {
        boolean isOtherApp = !edge.model().app().equals(edge.target().app());
        return leads(edge.target(), edge.model(), earlier)
                || (isOtherApp && leads(edge.target().app(), edge.model().app(), earlierApps));
    }

    /** Returns whether {@code from} waits for {@code to}, directly or by way of others. */
    private static <T> boolean leads(T from, T to, Map<T, Set<T>> edges) {
        Set<T> seen = new HashSet<>();
        Deque<T> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            T next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
