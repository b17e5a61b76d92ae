package io.kuaka.autodetect.detector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Former names that the code states where one takes the name of another: {@code a} is {@code b} now, and {@code b} is
 * {@code c}; or both have exchanged their names.
 *
 * @param before the names that there were
 * @param now the names that there are
 * @param former gives the former name that the code states for one of the names of now
 */
record StatedPasses(Collection<String> before, Collection<String> now, Function<String, Optional<String>> former) {
    /** Returns chains of at least three names, the new one first and the one that nothing has any more last. */
    List<List<String>> chains() {
        List<List<String>> chains = new ArrayList<>();
        for (String name : now) {
            List<String> chain = before.contains(name) ? List.of() : followed(name);
            if (chain.size() > 2 && !now.contains(chain.get(chain.size() - 1))) {
                chains.add(chain);
            }
        }
        return chains;
    }

    /** Returns circles of at least two names, each followed by its former name, and the last one formerly the first. */
    List<List<String>> circles() {
        List<List<String>> circles = new ArrayList<>();
        for (String name : now.stream().sorted().toList()) {
            List<String> circle = followed(name);
            boolean isClosed = former.apply(circle.get(circle.size() - 1)).equals(Optional.of(name));
            boolean isKnown = circles.stream().anyMatch(other -> other.contains(name));
            if (before.contains(name) && circle.size() > 1 && isClosed && !isKnown) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private List<String> followed(String name) {
        List<String> names = new ArrayList<>(List.of(name));
        Optional<String> next = former.apply(name);
        while (next.isPresent() && before.contains(next.get()) && !names.contains(next.get())) {
            names.add(next.get());
            next = now.contains(next.get()) ? former.apply(next.get()) : Optional.empty();
        }
        return names;
    }
}
