package io.kuaka.autodetect.detector;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds which names in the database each proposal frees, and which it has to wait for.
 *
 * <p>It is read off the states before and after each proposal, so no detector and no operation has to say it.
 */
public final class PassedNames {
    private final List<Proposal> proposals;
    private final List<Set<String>> freed = new ArrayList<>();
    private final List<Set<String>> taken = new ArrayList<>();

    /** Those that got their name by one of the proposals, so nothing waits for them to free it. */
    private final Set<NameHolder> newcomers = new HashSet<>();

    private PassedNames(ProjectState start, List<Proposal> proposals) {
        this.proposals = proposals;
        ProjectState before = start;
        for (Proposal proposal : proposals) {
            ProjectState after = proposal.operation().apply(proposal.app(), before);
            compare(before, after);
            before = after;
        }
    }

    /**
     * Returns the proposals, each waiting for the names that it takes from others.
     *
     * @param proposals in the order in which they were made
     * @param ignored names that nothing waits for
     */
    public static List<Proposal> note(ProjectState start, List<Proposal> proposals, Set<String> ignored) {
        return start.models().isEmpty() && start.sequences().isEmpty()
                ? proposals
                : new PassedNames(start, proposals).noted(union(ignored, shared(start)));
    }

    /** Returns the names that several models have at the start, which aren't unique in the database then. */
    private static Set<String> shared(ProjectState start) {
        Map<String, ModelKey> first = new HashMap<>();
        return NameHolder.in(start, ProjectState.empty())
                .filter(holder ->
                        !holder.key().equals(first.computeIfAbsent(holder.comparedName(), name -> holder.key())))
                .map(NameHolder::comparedName)
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void compare(ProjectState before, ProjectState after) {
        Set<NameHolder> old = NameHolder.in(before, after).collect(Collectors.toSet());
        Set<NameHolder> now = NameHolder.in(after, before).collect(Collectors.toSet());
        Set<NameHolder> gone = new HashSet<>(old);
        gone.removeAll(now);
        now.removeAll(old);
        Set<String> newNames = names(now);
        Set<String> oldNames = names(gone);
        gone.removeIf(newcomers::contains);
        Set<String> formerNames = names(gone);
        // What has its name still, under the name of another model perhaps, neither gives it up nor takes it.
        freed.add(without(formerNames, newNames));
        taken.add(without(newNames, oldNames));
        now.stream()
                .filter(holder -> !formerNames.contains(holder.comparedName()))
                .forEach(newcomers::add);
    }

    private static Set<String> names(Set<NameHolder> holders) {
        return holders.stream().map(NameHolder::comparedName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private List<Proposal> noted(Set<String> ignored) {
        Map<String, Set<String>> appsByName = new HashMap<>();
        for (int i = 0; i < proposals.size(); i++) {
            for (String name : without(freed.get(i), ignored)) {
                appsByName
                        .computeIfAbsent(name, each -> new TreeSet<>())
                        .add(proposals.get(i).app());
            }
        }
        List<Proposal> noted = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            noted.add(noted(proposals.get(i), without(freed.get(i), ignored), taken.get(i), appsByName));
        }
        return noted;
    }

    private static Proposal noted(
            Proposal proposal, Set<String> gives, Set<String> takes, Map<String, Set<String>> appsByName) {
        return proposal.providing(gives.stream()
                        .map(name -> Event.nameFreed(proposal.app(), name))
                        .toList())
                .needing(takes.stream()
                        .flatMap(name ->
                                appsByName.getOrDefault(name, Set.of()).stream().map(app -> Event.nameFreed(app, name)))
                        .toList());
    }
}
