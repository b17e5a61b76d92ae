package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which migration depends on which, while a graph is being built and afterwards.
 *
 * <p>Holds names only. An edge may lead to a name that is unknown or not known yet; a replacement may remove the edge
 * again. All walks are iterative, and visit neighbours in the order of their names. Not thread-safe while it is being
 * built.
 */
final class Dependencies {
    private static final class Links {
        boolean known;
        final NavigableSet<MigrationKey> parents = new TreeSet<>();
        final NavigableSet<MigrationKey> children = new TreeSet<>();
    }

    private final Map<MigrationKey, Links> links = new HashMap<>();
    private final TreeSet<MigrationKey> known = new TreeSet<>();
    private final Map<MigrationKey, List<MigrationKey>> standIns = new HashMap<>();

    /** Makes {@code key} known. */
    void add(MigrationKey key) {
        known.add(key);
        linksOf(key).known = true;
    }

    /** Says that {@code parent} comes before {@code child}. */
    void require(MigrationKey child, MigrationKey parent) {
        linksOf(child).parents.add(parent);
        linksOf(parent).children.add(child);
    }

    /** Puts {@code replacement} in the place of {@code replaced}, with all their dependencies and dependents. */
    void substitute(MigrationKey replacement, Collection<MigrationKey> replaced) {
        known(replacement);
        Set<MigrationKey> all = new HashSet<>(replaced);
        for (MigrationKey key : all) {
            Links old = remove(key);
            standIns.put(key, List.of(replacement));
            // An edge within the group would lead from the replacement to itself.
            old.children.stream().filter(child -> !all.contains(child)).forEach(child -> require(child, replacement));
            old.parents.stream()
                    .filter(parent -> !all.contains(parent))
                    .forEach(parent -> require(replacement, parent));
        }
    }

    /** Removes {@code replacement}; what depends on it depends on the last ones of {@code replaced} instead. */
    void withdraw(MigrationKey replacement, Collection<MigrationKey> replaced) {
        known(replacement);
        Links old = remove(replacement);
        SortedSet<MigrationKey> last = new TreeSet<>(replaced);
        last.retainAll(links.keySet());
        for (MigrationKey key : List.copyOf(last)) {
            last.removeAll(linksOf(key).parents);
        }
        standIns.put(replacement, List.copyOf(last));
        old.children.forEach(child -> last.forEach(key -> require(child, key)));
    }

    /** Returns what is now in the place of {@code key}: itself, what replaced it, or what it would have replaced. */
    List<MigrationKey> resolve(MigrationKey key) {
        Set<MigrationKey> found = new LinkedHashSet<>();
        Deque<MigrationKey> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            MigrationKey next = open.removeFirst();
            List<MigrationKey> instead = standIns.get(next);
            if (instead == null) {
                found.add(next);
            } else {
                open.addAll(instead);
            }
        }
        return List.copyOf(found);
    }

    boolean contains(MigrationKey key) {
        Links found = links.get(key);
        return found != null && found.known;
    }

    SortedSet<MigrationKey> keys() {
        return Collections.unmodifiableSortedSet(known);
    }

    SortedSet<MigrationKey> parents(MigrationKey key) {
        return Collections.unmodifiableSortedSet(known(key).parents);
    }

    SortedSet<MigrationKey> children(MigrationKey key) {
        return Collections.unmodifiableSortedSet(known(key).children);
    }

    /** Returns the names that edges lead to and that aren't known. */
    SortedSet<MigrationKey> missing() {
        SortedSet<MigrationKey> missing = new TreeSet<>(links.keySet());
        missing.removeAll(known);
        return missing;
    }

    /** Returns who has an edge to the unknown name {@code key}, as child and as parent. */
    SortedSet<MigrationKey> neighbours(MigrationKey key) {
        SortedSet<MigrationKey> neighbours = new TreeSet<>(linksOf(key).children);
        neighbours.addAll(linksOf(key).parents);
        return neighbours;
    }

    /** Returns the migrations that depend on none of their own app. */
    List<MigrationKey> roots(Predicate<String> apps) {
        return ends(apps, each -> linksOf(each).parents);
    }

    /** Returns the migrations that none of their own app depends on. */
    List<MigrationKey> leaves(Predicate<String> apps) {
        return ends(apps, each -> linksOf(each).children);
    }

    /**
     * Returns {@code start} and all that it depends on, in an order to apply them; those in {@code seen} are left out.
     */
    List<MigrationKey> ancestors(MigrationKey start, Set<MigrationKey> seen) {
        known(start);
        return walk(start, true, seen);
    }

    /**
     * Returns {@code start} and all that depends on it, in an order to reverse them; those in {@code seen} are left
     * out.
     */
    List<MigrationKey> dependents(MigrationKey start, Set<MigrationKey> seen) {
        known(start);
        return walk(start, false, seen);
    }

    private List<MigrationKey> walk(MigrationKey start, boolean upwards, Set<MigrationKey> seen) {
        List<MigrationKey> order = new ArrayList<>();
        Set<MigrationKey> entered = new HashSet<>();
        Deque<MigrationKey> stack = new ArrayDeque<>(List.of(start));
        while (!stack.isEmpty()) {
            MigrationKey key = stack.getLast();
            if (seen.contains(key)) {
                stack.removeLast();
            } else if (entered.add(key)) {
                Links around = linksOf(key);
                // The last one pushed is the first one walked, so that of two branches the later name comes first.
                for (MigrationKey next : upwards ? around.parents : around.children) {
                    if (!seen.contains(next)) {
                        stack.addLast(next);
                    }
                }
            } else {
                stack.removeLast();
                seen.add(key);
                order.add(key);
            }
        }
        return order;
    }

    private List<MigrationKey> ends(Predicate<String> apps, Function<MigrationKey, Set<MigrationKey>> neighbours) {
        return known.stream()
                .filter(key -> apps.test(key.app()))
                .filter(key -> neighbours.apply(key).stream()
                        .noneMatch(other -> other.app().equals(key.app())))
                .toList();
    }

    private Links linksOf(MigrationKey key) {
        return links.computeIfAbsent(key, any -> new Links());
    }

    private Links known(MigrationKey key) {
        Links found = links.get(key);
        if (found == null || !found.known) {
            throw UnknownMigrationException.of(key, known);
        }
        return found;
    }

    private Links remove(MigrationKey key) {
        known.remove(key);
        Links old = links.remove(key);
        if (old == null) {
            return new Links();
        }
        old.children.forEach(child -> linksOf(child).parents.remove(key));
        old.parents.forEach(parent -> linksOf(parent).children.remove(key));
        return old;
    }
}
