package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.Event;
import io.kuaka.autodetect.detector.Proposal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sorts the proposals of each app so that each comes after those that it needs.
 *
 * <p>Otherwise their order stays. If they need each other in a cycle, the first proposal of the cycle comes first.
 */
public final class DependencyOrder {
    private final List<Proposal> proposals;
    private final List<Set<Integer>> followers = new ArrayList<>();
    private final int[] waitingFor;

    private DependencyOrder(List<Proposal> proposals) {
        this.proposals = proposals;
        this.waitingFor = new int[proposals.size()];
        Map<Event, List<Integer>> providers = new HashMap<>();
        for (int i = 0; i < proposals.size(); i++) {
            followers.add(new LinkedHashSet<>());
            for (Event event : proposals.get(i).provides()) {
                providers.computeIfAbsent(event, each -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < proposals.size(); i++) {
            for (Event need : proposals.get(i).needs()) {
                for (int provider : providers.getOrDefault(need, List.of())) {
                    if (provider != i && followers.get(provider).add(i)) {
                        waitingFor[i]++;
                    }
                }
            }
        }
    }

    /**
     * Returns the proposals of each app in an order to carry them out.
     *
     * @param proposals in the order in which they were made
     */
    public static SortedMap<String, List<Proposal>> sort(List<Proposal> proposals) {
        SortedMap<String, List<Proposal>> byApp = new TreeMap<>();
        List<Proposal> reversed = new ArrayList<>(proposals);
        Collections.reverse(reversed);
        Stream.concat(
                        reversed.stream().filter(Proposal::goesFirst),
                        proposals.stream().filter(proposal -> !proposal.goesFirst()))
                .forEach(proposal -> byApp.computeIfAbsent(proposal.app(), app -> new ArrayList<>())
                        .add(proposal));
        byApp.replaceAll((app, list) -> new DependencyOrder(list).sort());
        return byApp;
    }

    private List<Proposal> sort() {
        List<Proposal> sorted = new ArrayList<>();
        boolean[] done = new boolean[proposals.size()];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < proposals.size(); i++) {
            if (waitingFor[i] == 0) {
                ready.add(i);
            }
        }
        int firstOpen = 0;
        while (sorted.size() < proposals.size()) {
            while (done[firstOpen]) {
                firstOpen++;
            }
            Integer next = ready.poll();
            int index = next == null ? firstOpen : next;
            if (!done[index]) {
                done[index] = true;
                sorted.add(proposals.get(index));
                followers.get(index).stream()
                        .filter(follower -> --waitingFor[follower] == 0)
                        .forEach(ready::add);
            }
        }
        return sorted;
    }
}
