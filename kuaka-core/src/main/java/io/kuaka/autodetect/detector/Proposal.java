package io.kuaka.autodetect.detector;

import io.kuaka.operation.Operation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A proposed operation, with what it makes true and what it has to wait for.
 *
 * <p>A need that no proposal provides is met already, but still causes a dependency on the other app's history.
 *
 * @param goesFirst whether it comes before those that don't, and before all that were proposed earlier
 */
public record Proposal(String app, Operation operation, Set<Event> provides, Set<Event> needs, boolean goesFirst) {
    static Proposal of(String app, Operation operation) {
        return new Proposal(app, operation, Set.of(), Set.of(), false);
    }

    Proposal goingFirst() {
        return new Proposal(app, operation, provides, needs, true);
    }

    Proposal with(Operation other) {
        return new Proposal(app, other, provides, needs, goesFirst);
    }

    Proposal providing(Event... events) {
        return providing(List.of(events));
    }

    Proposal providing(Collection<Event> events) {
        return new Proposal(app, operation, union(provides, events), needs, goesFirst);
    }

    Proposal needing(Event... events) {
        return needing(List.of(events));
    }

    Proposal needing(Collection<Event> events) {
        return new Proposal(app, operation, provides, union(needs, events), goesFirst);
    }

    private static Set<Event> union(Set<Event> some, Collection<Event> more) {
        Set<Event> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
