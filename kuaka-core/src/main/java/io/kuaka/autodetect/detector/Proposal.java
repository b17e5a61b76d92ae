package io.kuaka.autodetect.detector;

import io.kuaka.operation.Operation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An operation that a detector found, with what it makes true and what it has to wait for.
 *
 * <p>A need that no proposal provides is met already, but still makes a dependency on the other app's history.
 */
public record Proposal(String app, Operation operation, Set<Event> provides, Set<Event> needs) {
    static Proposal of(String app, Operation operation) {
        return new Proposal(app, operation, Set.of(), Set.of());
    }

    Proposal providing(Event... events) {
        return new Proposal(app, operation, union(provides, List.of(events)), needs);
    }

    Proposal providing(Collection<Event> events) {
        return new Proposal(app, operation, union(provides, events), needs);
    }

    Proposal needing(Event... events) {
        return needing(List.of(events));
    }

    Proposal needing(Collection<Event> events) {
        return new Proposal(app, operation, provides, union(needs, events));
    }

    /** Returns this proposal without its needs of names that somebody else has. */
    public Proposal takingNames() {
        return new Proposal(
                app,
                operation,
                provides,
                needs.stream()
                        .filter(need -> !need.isAboutNames())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Set<Event> union(Set<Event> some, Collection<Event> more) {
        Set<Event> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
