package io.kuaka.autodetect.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who has had each name of a place over time. A bearer is known by its identity alone: it begins with its first name, keeps
 * itself through renames, and ends when its last name is given up.
 */
final class Bearers<N> {
    private final Map<N, Object> now = new HashMap<>();
    private final List<Map<N, Object>> past = new ArrayList<>();

    /** Notes which names there are: those that are new have new bearers. */
    void only(Set<N> names) {
        if (!now.keySet().equals(names)) {
            now.keySet().retainAll(names);
            names.forEach(name -> now.computeIfAbsent(name, each -> new Object()));
            past.add(Map.copyOf(now));
        }
    }

    /** Notes that bearers have other names, all at once. */
    void renamed(Map<N, N> names) {
        names.keySet().forEach(name -> now.computeIfAbsent(name, each -> new Object()));
        Map<N, Object> before = Map.copyOf(now);
        past.add(before);
        now.keySet().removeAll(names.keySet());
        names.forEach((former, name) -> {
            Object bearer = before.get(former);
            if (bearer != null) {
                now.put(name, bearer);
            }
        });
        past.add(Map.copyOf(now));
    }

    /** Returns who has a name now. */
    @Nullable
    Object of(N name) {
        return now.get(name);
    }

    Set<N> names() {
        return Set.copyOf(now.keySet());
    }

    /**
     * Returns whether there was a time when those that have the names now had all of them together, but each one the next
     * name of the circle.
     */
    boolean haveExchanged(List<N> circle) {
        return past.stream().anyMatch(then -> IntStream.range(0, circle.size()).allMatch(i -> {
            Object bearer = then.get(circle.get((i + 1) % circle.size()));
            return bearer != null && bearer == now.get(circle.get(i));
        }));
    }
}
