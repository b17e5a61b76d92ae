package io.kuaka.data.delete;

import io.kuaka.base.Internal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one model and how they refer to each other, for foreign keys that can't be null: some databases look at each
 * row as it is deleted, and none deletes more rows at once than one statement names.
 */
@Internal
public final class RowTree {
    private final Map<Object, List<Object>> keys = new LinkedHashMap<>();
    private final Map<Object, Set<Object>> targets = new HashMap<>();

    /** Makes the tree of rows that don't refer to each other yet. */
    public RowTree(List<List<Object>> rows) {
        rows.forEach(key -> keys.put(DoomedRows.comparable(key), key));
    }

    /**
     * Adds the references of a field.
     *
     * @param named the keys of rows, each followed by what references to the row contain
     * @param references the keys of rows, each followed by what the row refers to
     */
    public void add(List<List<Object>> named, List<List<Object>> references, int keySize) {
        Map<Object, Object> rows = new HashMap<>();
        named.forEach(row -> rows.put(rest(row, keySize), key(row, keySize)));
        for (List<Object> row : references) {
            Object target = rows.get(rest(row, keySize));
            if (target != null) {
                targets.computeIfAbsent(key(row, keySize), each -> new HashSet<>())
                        .add(target);
            }
        }
    }

    private static Object key(List<Object> row, int keySize) {
        return DoomedRows.comparable(row.subList(0, keySize));
    }

    private static Object rest(List<Object> row, int keySize) {
        return DoomedRows.comparable(row.subList(keySize, row.size()));
    }

    /**
     * The order of rows.
     *
     * @param levels keys so that no row comes before or with another one that refers to it
     * @param circle the keys of the rows that refer to each other in a circle, with all that they refer to
     */
    public record Order(List<List<List<Object>>> levels, List<List<Object>> circle) {}

    /** Returns the order; a row that refers to itself is a circle, unless that is fine. */
    public Order order(boolean isSelfFine) {
        if (isSelfFine) {
            targets.forEach((row, referred) -> referred.remove(row));
        }
        Map<Object, Integer> waiting = new HashMap<>();
        targets.values().forEach(referred -> referred.forEach(target -> waiting.merge(target, 1, Integer::sum)));
        List<List<List<Object>>> levels = new ArrayList<>();
        Set<Object> level = new LinkedHashSet<>(keys.keySet());
        level.removeAll(waiting.keySet());
        while (!level.isEmpty()) {
            levels.add(level.stream().map(keys::get).toList());
            Set<Object> next = new LinkedHashSet<>();
            for (Object row : level) {
                for (Object target : targets.getOrDefault(row, Set.of())) {
                    if (waiting.merge(target, -1, Integer::sum) == 0) {
                        next.add(target);
                    }
                }
            }
            level = next;
        }
        List<List<Object>> circle = keys.keySet().stream()
                .filter(row -> waiting.getOrDefault(row, 0) > 0)
                .map(keys::get)
                .toList();
        return new Order(levels, circle);
    }
}
