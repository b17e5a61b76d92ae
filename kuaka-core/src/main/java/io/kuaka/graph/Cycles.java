package io.kuaka.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds a cycle in a directed graph, without recursion and in linear time. */
final class Cycles {
    private Cycles() {}

    /** Returns the members of a cycle, each once and starting with the least one; empty if there is none. */
    static <T extends Comparable<T>> Optional<List<T>> find(Collection<T> starts, Function<T, Collection<T>> next) {
        Set<T> done = new HashSet<>();
        for (T start : starts) {
            List<T> path = new ArrayList<>();
            Map<T, Integer> places = new HashMap<>();
            Deque<Iterator<T>> open = new ArrayDeque<>();
            T entering = done.contains(start) ? null : start;
            while (entering != null || !open.isEmpty()) {
                if (entering != null) {
                    places.put(entering, path.size());
                    path.add(entering);
                    open.addLast(next.apply(entering).iterator());
                    entering = null;
                }
                Iterator<T> neighbours = open.getLast();
                if (!neighbours.hasNext()) {
                    open.removeLast();
                    T left = path.remove(path.size() - 1);
                    places.remove(left);
                    done.add(left);
                    continue;
                }
                T neighbour = neighbours.next();
                Integer place = places.get(neighbour);
                if (place != null) {
                    return Optional.of(fromLeast(path.subList(place, path.size())));
                }
                entering = done.contains(neighbour) ? null : neighbour;
            }
        }
        return Optional.empty();
    }

    private static <T extends Comparable<T>> List<T> fromLeast(List<T> circle) {
        int least = circle.indexOf(circle.stream().min(T::compareTo).orElseThrow());
        List<T> turned = new ArrayList<>(circle.subList(least, circle.size()));
        turned.addAll(circle.subList(0, least));
        return turned;
    }
}
