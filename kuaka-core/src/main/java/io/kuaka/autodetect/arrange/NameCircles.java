package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.Event;
import io.kuaka.autodetect.detector.PassedNames;
import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.autodetect.detector.TemporaryName;
import io.kuaka.state.ProjectState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders proposals so that a name is free before another table, index, constraint or sequence takes it.
 *
 * <p>A proposal that takes a name waits for the one that frees it. If such proposals wait for each other, as in an
 * exchange, one name of the cycle is freed by a temporary name; all others wait as before.
 */
public final class NameCircles {
    private final List<Proposal> proposals;
    private final Map<Event, List<Integer>> providers = new HashMap<>();

    private NameCircles(List<Proposal> proposals) {
        this.proposals = proposals;
        for (int i = 0; i < proposals.size(); i++) {
            for (Event event : proposals.get(i).provides()) {
                providers.computeIfAbsent(event, each -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * Returns the proposals, perhaps with some more, with the names that they wait for and without a cycle of names.
     *
     * @param proposals in the order in which they were made, applied to the start
     */
    public static List<Proposal> cut(ProjectState start, List<Proposal> proposals) {
        List<Proposal> all = proposals;
        Set<String> tried = new HashSet<>();
        Set<String> ignored = new HashSet<>();
        while (true) {
            List<Proposal> noted = PassedNames.note(start, all, ignored);
            Optional<String> name = new NameCircles(noted).find();
            if (name.isEmpty()) {
                return noted;
            }
            Optional<TemporaryName> temporary =
                    name.filter(tried::add).flatMap(each -> TemporaryName.insteadOf(start, each));
            if (temporary.isPresent()) {
                all = temporary.get().giveBefore(all);
            } else {
                ignored.add(name.get()); // It follows other names.
            }
        }
    }

    /** Returns a name that a proposal waits for while the one that frees the name waits for that proposal. */
    private Optional<String> find() {
        for (int i = 0; i < proposals.size(); i++) {
            for (Event need : proposals.get(i).needs()) {
                if (need.freedName().isPresent() && waitsFor(need, i)) {
                    return need.freedName();
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a provider of an event can't come before a proposal. */
    private boolean waitsFor(Event event, int proposal) {
        Set<Integer> seen = new HashSet<>();
        Deque<Event> open = new ArrayDeque<>(Set.of(event));
        while (!open.isEmpty()) {
            for (int provider : providers.getOrDefault(open.pop(), List.of())) {
                if (provider == proposal) {
                    return true;
                }
                if (seen.add(provider)) {
                    open.addAll(proposals.get(provider).needs());
                }
            }
        }
        return false;
    }
}
