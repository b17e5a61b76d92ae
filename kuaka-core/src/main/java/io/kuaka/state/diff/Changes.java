package io.kuaka.state.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The entries in which two maps differ.
 *
 * @param before the entries of the first map that the second one lacks or has with another value, in their order
 * @param after the entries of the second map that the first one lacks or has with another value, in their order
 */
public record Changes<K, V>(Map<K, V> before, Map<K, V> after) {
    public Changes {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** Returns the entries in which {@code before} and {@code after} differ. */
    public static <K, V> Changes<K, V> between(Map<K, V> before, Map<K, V> after) {
        return new Changes<>(different(before, after), different(after, before));
    }

    /** Returns whether the maps are equal. */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Returns the keys whose entries differ. */
    public Set<K> keys() {
        Set<K> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }

    /** Returns the keys that only the second map has. */
    public Set<K> added() {
        return without(after, before);
    }

    /** Returns the keys that only the first map has. */
    public Set<K> removed() {
        return without(before, after);
    }

    /** Returns the keys that both maps have, with different values. */
    public Set<K> altered() {
        Set<K> keys = new LinkedHashSet<>(after.keySet());
        keys.retainAll(before.keySet());
        return keys;
    }

    private static <K, V> Map<K, V> different(Map<K, V> some, Map<K, V> others) {
        Map<K, V> different = new LinkedHashMap<>();
        some.forEach((key, value) -> {
            if (!value.equals(others.get(key))) {
                different.put(key, value);
            }
        });
        return different;
    }

    private static <K, V> Set<K> without(Map<K, V> some, Map<K, V> others) {
        Set<K> keys = new LinkedHashSet<>(some.keySet());
        keys.removeAll(others.keySet());
        return keys;
    }
}
