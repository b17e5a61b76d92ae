package io.kuaka.state.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {
    private static final int EDITS = 2000;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 10_000})
    void isAsATreeMapIsAfterAnyEdits(int keys) {
        Random random = new Random(keys);
        SortedMap<Integer, Integer> expected = new TreeMap<>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (int edit = 0; edit < EDITS; edit++) {
            int key = random.nextInt(keys);
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, edit);
                map = map.with(key, edit);
            }
            assertThat(map.size()).isEqualTo(expected.size());
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
        }
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
        assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(map.firstKey()).isEqualTo(expected.firstKey());
        assertThat(map.lastKey()).isEqualTo(expected.lastKey());
    }

    @Test
    void keepsTheMapThatWasEdited() {
        PersistentMap<String, Integer> before = PersistentMap.of(Map.of("a", 1, "b", 2));
        assertThat(before.with("a", 3).with("c", 4)).isEqualTo(Map.of("a", 3, "b", 2, "c", 4));
        assertThat(before.without("a")).isEqualTo(Map.of("b", 2));
        assertThat(before).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void isTheSameWithoutWhatItDoesNotHave() {
        PersistentMap<String, Integer> map = PersistentMap.of(Map.of("a", 1));
        assertThat(map.without("b")).isSameAs(map);
        assertThat(PersistentMap.of(map)).isSameAs(map);
    }

    /** Keys in order are the worst case of a tree that isn't balanced: each level would have one, and no stack would do. */
    @Test
    void takesKeysInOrderAndGivesThemBack() {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (int key = 0; key < 200_000; key++) {
            map = map.with(key, key);
        }
        assertThat(map.keySet()).hasSize(200_000).startsWith(0, 1, 2).endsWith(199_999);
        for (int key = 0; key < 199_999; key++) {
            map = map.without(key);
        }
        assertThat(map).isEqualTo(Map.of(199_999, 199_999));
    }

    @Test
    void hasPartsLikeAnySortedMap() {
        PersistentMap<Integer, String> map = PersistentMap.of(Map.of(1, "a", 2, "b", 3, "c"));
        assertThat(map.headMap(2)).isEqualTo(Map.of(1, "a"));
        assertThat(map.tailMap(2)).isEqualTo(Map.of(2, "b", 3, "c"));
        assertThat(map.subMap(2, 3)).isEqualTo(Map.of(2, "b"));
        assertThat(map.comparator()).isNull();
    }

    @Test
    void refusesToChange() {
        PersistentMap<Integer, String> map = PersistentMap.of(Map.of(1, "a"));
        List<Runnable> changes = List.of(() -> map.put(2, "b"), () -> map.remove(1), map::clear, () -> map.entrySet()
                .iterator()
                .next()
                .setValue("b"));
        assertThat(changes).allSatisfy(change -> assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(change::run));
        assertThat(map).isEqualTo(Map.of(1, "a"));
    }

    @Test
    void hasNoFirstKeyWithoutEntries() {
        PersistentMap<Integer, String> empty = PersistentMap.empty();
        assertThat(empty).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::firstKey);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::lastKey);
    }
}
