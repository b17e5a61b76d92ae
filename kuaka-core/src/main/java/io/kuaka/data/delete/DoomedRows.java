package io.kuaka.data.delete;

import io.kuaka.base.Internal;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of the rows that a deletion deletes. */
@Internal
public final class DoomedRows {
    /** How many keys one statement names. */
    private static final int MOST = 500;

    private final Map<ModelKey, Map<Object, List<Object>>> keys = new LinkedHashMap<>();
    private final Map<ModelKey, List<List<List<Object>>>> levels = new HashMap<>();

    /** Adds the keys of rows, and returns those that are new. */
    public List<List<Object>> add(ModelKey model, List<List<Object>> more) {
        Map<Object, List<Object>> known = keys.computeIfAbsent(model, each -> new LinkedHashMap<>());
        return more.stream()
                .filter(key -> known.putIfAbsent(comparable(key), key) == null)
                .toList();
    }

    static Object comparable(List<Object> key) {
        return key.stream()
                .map(value -> value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value)
                .toList();
    }

    /** Returns the models with such rows. */
    public List<ModelKey> models() {
        return List.copyOf(keys.keySet());
    }

    /** Returns whether a model has such rows. */
    public boolean has(ModelKey model) {
        return keys.containsKey(model);
    }

    /** Returns whether a row is among them. */
    public boolean contains(ModelKey model, List<Object> key) {
        return keys.getOrDefault(model, Map.of()).containsKey(comparable(key));
    }

    /** Returns the keys of a model's rows, as many at a time as one statement may name; by levels, if they have them. */
    public List<List<List<Object>>> parts(ModelKey model) {
        return levels.getOrDefault(model, List.of(all(model))).stream()
                .flatMap(level -> parts(level).stream())
                .toList();
    }

    /** Returns the keys of a model's rows. */
    public List<List<Object>> all(ModelKey model) {
        return List.copyOf(keys.getOrDefault(model, Map.of()).values());
    }

    /** Sets the order in which all rows of a model are named; those of one level come in statements of their own. */
    public void arrange(ModelKey model, RowTree.Order order) {
        List<List<List<Object>>> all = new ArrayList<>(order.levels());
        all.add(order.circle());
        levels.put(model, all);
    }

    /** Returns whether one statement may name these keys. */
    public static boolean fitsOneStatement(List<List<Object>> keys) {
        return keys.size() <= MOST;
    }

    /** Returns keys, as many at a time as one statement may name. */
    public static List<List<List<Object>>> parts(Collection<List<Object>> keys) {
        List<List<Object>> all = new ArrayList<>(keys);
        List<List<List<Object>>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += MOST) {
            parts.add(all.subList(i, Math.min(i + MOST, all.size())));
        }
        return parts;
    }

    /**
     * Returns the models in an order in which those that refer to others come first, as far as there is one; references
     * that can't be null count more than others.
     */
    public List<ModelKey> order(ProjectState state) {
        Set<ModelKey> open = new LinkedHashSet<>(keys.keySet());
        List<ModelKey> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            ModelKey next = withoutReferrers(state, open, false)
                    .or(() -> withoutReferrers(state, open, true))
                    .orElseGet(() -> open.iterator().next());
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static Optional<ModelKey> withoutReferrers(ProjectState state, Set<ModelKey> open, boolean mayBeNull) {
        return open.stream()
                .filter(model -> open.stream()
                        .filter(other -> !other.equals(model))
                        .flatMap(other -> state.model(other).fields().values().stream())
                        .noneMatch(field ->
                                field.isReference() && field.refersTo(model) && !(mayBeNull && field.isNullable())))
                .findFirst();
    }
}
