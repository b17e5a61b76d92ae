package io.kuaka.autodetect.detector;

import io.kuaka.state.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Former names that the code states where one takes the name of another: {@code a} is {@code b} now, and {@code b} is
 * {@code c}; or both have exchanged their names.
 *
 * @param before the names that there were
 * @param now the names that there are
 * @param former gives the former name that the code states for one of the names of now
 */
record StatedPasses(Collection<String> before, Collection<String> now, Function<String, Optional<String>> former) {
    /** What a temporary name keeps of the other one, so that what is named after it isn't too long either. */
    private static final int HEAD = 16;

    /**
     * One rename of a series.
     *
     * @param name what gets another name, as it is called before
     * @param next the name that it gets
     * @param last the name that it has in the end, if {@code next} is a temporary one
     */
    record Step(String name, String next, String last) {
        /** Returns whether the name is given for the time until the one that it is to have is free. */
        boolean isTemporary() {
            return !next.equals(last);
        }
    }

    /**
     * Returns the renames, in an order in which each name is free.
     *
     * @param isExchange tells whether the names of a circle are to be exchanged
     * @param taken names that a temporary one can't be, in lower case
     */
    List<Step> steps(Predicate<List<String>> isExchange, Set<String> taken) {
        List<Step> steps = new ArrayList<>();
        chains().forEach(chain -> steps.addAll(along(chain)));
        Set<String> unfree = new HashSet<>(taken);
        for (List<String> circle : circles()) {
            if (isExchange.test(circle)) {
                String between = between(circle.get(0), unfree);
                String last = circle.get(circle.size() - 1);
                unfree.add(between);
                steps.add(new Step(circle.get(0), between, last));
                steps.addAll(along(circle));
                steps.add(new Step(between, last, last));
            }
        }
        return steps;
    }

    /** Gives each name of a list to what has the next one. */
    private static List<Step> along(List<String> names) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            steps.add(new Step(names.get(i), names.get(i - 1), names.get(i - 1)));
        }
        return steps;
    }

    private static String between(String name, Set<String> taken) {
        String head = name.substring(0, Math.min(HEAD, name.length()));
        return Stream.iterate(1, count -> count + 1)
                .map(count -> Names.temporary(count == 1 ? head : head + count))
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
    }

    /** Returns chains of at least three names, the new one first and the one that nothing has any more last. */
    private List<List<String>> chains() {
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
