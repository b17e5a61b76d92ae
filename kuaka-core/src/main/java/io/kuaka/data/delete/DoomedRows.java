package io.kuaka.data.delete;

import io.kuaka.base.Internal;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of the rows that a deletion deletes. */
@Internal
public final class DoomedRows {
    /** How many keys one statement names. */
    private static final int MOST = 500;

    private final Map<ModelKey, Map<Object, List<Object>>> keys = new LinkedHashMap<>();

    /** Adds the keys of rows, and returns those that are new. */
    public List<List<Object>> add(ModelKey model, List<List<Object>> more) {
        Map<Object, List<Object>> known = keys.computeIfAbsent(model, each -> new LinkedHashMap<>());
        return more.stream()
                .filter(key -> known.putIfAbsent(comparable(key), key) == null)
                .toList();
    }

    private static Object comparable(List<Object> key) {
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

    /** Returns the keys of a model's rows, as many at a time as one statement may name. */
    public List<List<List<Object>>> parts(ModelKey model) {
        return parts(keys.getOrDefault(model, Map.of()).values());
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

    /** Returns the models in an order in which those that refer to others come first, as far as there is one. */
    public List<ModelKey> order(ProjectState state) {
        Set<ModelKey> ordered = new LinkedHashSet<>();
        Set<ModelKey> begun = new LinkedHashSet<>();
        models().forEach(model -> append(state, model, begun, ordered));
        return List.copyOf(ordered);
    }

    private void append(ProjectState state, ModelKey model, Set<ModelKey> begun, Set<ModelKey> ordered) {
        if (has(model) && begun.add(model)) {
            state.referrers(model).forEach(referrer -> append(state, referrer, begun, ordered));
            ordered.add(model);
        }
    }
}
