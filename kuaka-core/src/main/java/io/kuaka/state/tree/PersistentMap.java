package io.kuaka.state.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes. One with another entry shares all but the path to that entry with it, so that it costs
 * little to make, however many entries there are.
 *
 * <p>It is a tree in which no side has more than three times as many entries as the other one, but for a single entry (S. Adams,
 * "Efficient sets: a balancing act", Journal of Functional Programming 3, 1993).
 */
@SuppressWarnings("JdkObsolete") // it is for states, whose models are a SortedMap
public final class PersistentMap<K extends Comparable<K>, V> extends AbstractMap<K, V> implements SortedMap<K, V> {
    private static final int MOST = 3;
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null);

    private final @Nullable Node<K, V> root;

    private record Node<K extends Comparable<K>, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int count) {
        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this(key, value, left, right, size(left) + size(right) + 1);
        }

        Node<K, V> with(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
            return new Node<>(key, value, newLeft, newRight);
        }

        Node<K, V> first() {
            return left == null ? this : left.first();
        }

        Node<K, V> last() {
            return right == null ? this : right.last();
        }
    }

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** Returns the map without entries. */
    @SuppressWarnings("unchecked") // it has neither keys nor values
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    /** Returns a map with the same entries as another one, itself if it is such a map. */
    public static <K extends Comparable<K>, V> PersistentMap<K, V> of(Map<K, V> map) {
        if (map instanceof PersistentMap<K, V> persistent) {
            return persistent;
        }
        PersistentMap<K, V> all = empty();
        for (Entry<K, V> entry : map.entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
        }
        return all;
    }

    /** Returns this map with a value in place of, or besides, what was there. */
    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(with(root, key, value));
    }

    /** Returns this map without an entry, itself if it has none. */
    public PersistentMap<K, V> without(K key) {
        return containsKey(key) ? new PersistentMap<>(without(root, key)) : this;
    }

    private static <K extends Comparable<K>, V> Node<K, V> with(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return order < 0
                ? balanced(node, with(node.left, key, value), node.right)
                : balanced(node, node.left, with(node.right, key, value));
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> without(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return balanced(node, without(node.left, key), node.right);
        }
        if (order > 0) {
            return balanced(node, node.left, without(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Node<K, V> next = node.right.first();
        return balanced(next, node.left, without(node.right, next.key));
    }

    /** Returns a node with other sides, one of which may have an entry more or less than before. */
    private static <K extends Comparable<K>, V> Node<K, V> balanced(
            Node<K, V> node, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int both = size(left) + size(right);
        if (both > 1 && right != null && size(right) > MOST * size(left)) {
            Node<K, V> inner = right.left;
            return inner == null || size(inner) < 2 * size(right.right)
                    ? right.with(node.with(left, inner), right.right)
                    : inner.with(node.with(left, inner.left), right.with(inner.right, right.right));
        }
        if (both > 1 && left != null && size(left) > MOST * size(right)) {
            Node<K, V> inner = left.right;
            return inner == null || size(inner) < 2 * size(left.left)
                    ? left.with(left.left, node.with(inner, right))
                    : inner.with(left.with(left.left, inner.left), node.with(inner.right, right));
        }
        return node.with(left, right);
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.count;
    }

    @Override
    public int size() {
        return size(root);
    }

    @Override
    public @Nullable V get(Object key) {
        Node<K, V> found = find(key);
        return found == null ? null : found.value;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @SuppressWarnings("unchecked") // as the contract says, a key of another class is an error of the caller
    private @Nullable Node<K, V> find(Object key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = ((K) key).compareTo(node.key);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Entries<>(root);
            }

            @Override
            public int size() {
                return PersistentMap.this.size();
            }
        };
    }

    /** Passes the entries on in their order. */
    private static final class Entries<K extends Comparable<K>, V> implements Iterator<Entry<K, V>> {
        /** The next node, and above it those whose right sides are still to come. */
        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Entries(@Nullable Node<K, V> root) {
            descend(root);
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> node = from; node != null; node = node.left) {
                path.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Entry<K, V> next() {
            Node<K, V> node = path.pop();
            descend(node.right);
            return Map.entry(node.key, node.value);
        }
    }

    /** Keys have their natural order. */
    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
    }

    @Override
    public K firstKey() {
        return notEmpty().first().key;
    }

    @Override
    public K lastKey() {
        return notEmpty().last().key;
    }

    private Node<K, V> notEmpty() {
        if (root == null) {
            throw new NoSuchElementException("The map has no entries.");
        }
        return root;
    }
}
