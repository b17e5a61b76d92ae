package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.Event;
import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits the proposals of all apps into migrations whose dependencies have no cycle.
 *
 * <p>One app after the other, a migration is made when everything that its operations need from other apps is in
 * migrations already. When no app can proceed, one is split: one that others wait for, with little left to do. Only then
 * may a migration depend on an app that has nothing new: on its latest migration, or on its first one if it has none
 * yet.
 */
public final class Splitter {
    private final SortedMap<String, List<Proposal>> open = new TreeMap<>();
    private final Map<Event, Integer> openEvents = new HashMap<>();
    private final SortedMap<String, List<MigrationNode>> drafts = new TreeMap<>();
    private final Map<String, MigrationKey> leaves;
    private final Set<String> existingApps;
    private Patience patience = Patience.WHOLE_APPS;

    /** What is tried to proceed, one after the other. */
    private enum Patience {
        /** An app waits until it can do all that it has to do. */
        WHOLE_APPS,
        /** An app does what it can do before the first operation that has to wait. */
        CUTTING,
        /** An app does whatever it can do, leaving others for later. */
        PICKING,
        /** Nothing can be done. */
        NONE
    }

    /** What an app can do by now, and what has to wait. */
    private record Part(String app, List<Proposal> ready, List<Proposal> waiting, Set<MigrationKey> dependencies) {}

    private Splitter(
            SortedMap<String, List<Proposal>> proposals, Map<String, MigrationKey> leaves, Set<String> existingApps) {
        this.leaves = leaves;
        this.existingApps = existingApps;
        proposals.forEach((app, list) -> {
            open.put(app, list);
            list.forEach(proposal -> proposal.provides().forEach(event -> openEvents.merge(event, 1, Integer::sum)));
        });
    }

    /** Returns the migrations of each app, in order; empty if the proposals wait for each other. */
    public static Optional<SortedMap<String, List<MigrationNode>>> split(
            SortedMap<String, List<Proposal>> proposals, Map<String, MigrationKey> leaves, Set<String> existingApps) {
        Splitter splitter = new Splitter(proposals, leaves, existingApps);
        if (!splitter.run()) {
            return Optional.empty();
        }
        splitter.chain();
        return Optional.of(splitter.drafts);
    }

    private boolean run() {
        while (!open.isEmpty() && patience != Patience.NONE) {
            boolean progress = isCutting() ? cut() : finishApps();
            patience = progress ? Patience.WHOLE_APPS : next();
        }
        return open.isEmpty();
    }

    private boolean finishApps() {
        boolean progress = false;
        for (String app : List.copyOf(open.keySet())) {
            Part part = possible(app);
            if (!part.ready().isEmpty() && part.waiting().isEmpty()) {
                make(part);
                progress = true;
            }
        }
        return progress;
    }

    /** Splits the app that other apps wait for and that has the fewest operations left afterwards. */
    private boolean cut() {
        Optional<Part> best = open.keySet().stream()
                .map(this::possible)
                .filter(part -> !part.ready().isEmpty())
                .min(Comparator.comparing((Part part) -> !part.waiting().isEmpty() && !isAwaited(part))
                        .thenComparing(part -> part.waiting().size())
                        .thenComparing(Part::app));
        best.ifPresent(this::make);
        return best.isPresent();
    }

    private boolean isAwaited(Part part) {
        Set<Event> provided = part.ready().stream()
                .flatMap(proposal -> proposal.provides().stream())
                .collect(Collectors.toSet());
        return open.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(part.app()))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(proposal -> !Collections.disjoint(proposal.needs(), provided));
    }

    private Patience next() {
        return switch (patience) {
            case WHOLE_APPS -> Patience.CUTTING;
            case CUTTING -> Patience.PICKING;
            case PICKING, NONE -> Patience.NONE;
        };
    }

    /** Returns what the app can do by now. */
    private Part possible(String app) {
        List<Proposal> ready = new ArrayList<>();
        List<Proposal> waiting = new ArrayList<>();
        Set<Event> missing = new HashSet<>();
        Set<MigrationKey> dependencies = new TreeSet<>();
        for (Proposal proposal : open.getOrDefault(app, List.of())) {
            boolean mayPass = waiting.isEmpty()
                    || (patience == Patience.PICKING && Collections.disjoint(missing, proposal.needs()));
            @Nullable Set<MigrationKey> needed = mayPass ? dependencies(proposal) : null;
            if (needed == null) {
                waiting.add(proposal);
                missing.addAll(proposal.provides());
            } else {
                ready.add(proposal);
                dependencies.addAll(needed);
            }
        }
        return new Part(app, ready, waiting, dependencies);
    }

    private void make(Part part) {
        List<MigrationNode> made = drafts.computeIfAbsent(part.app(), each -> new ArrayList<>());
        MigrationKey key = new MigrationKey(part.app(), "auto_" + (made.size() + 1));
        made.add(draft(key, part.dependencies(), part.ready()));
        part.ready()
                .forEach(proposal -> proposal.provides().forEach(event -> openEvents.merge(event, -1, Integer::sum)));
        open.put(part.app(), part.waiting());
        open.values().removeIf(List::isEmpty);
    }

    /** Returns the migrations of other apps that have to come first; null while one of them isn't made yet. */
    private @Nullable Set<MigrationKey> dependencies(Proposal proposal) {
        Set<MigrationKey> dependencies = new TreeSet<>();
        for (Event need : proposal.needs()) {
            if (!need.app().equals(proposal.app())) {
                List<MigrationNode> made = drafts.get(need.app());
                if (openEvents.getOrDefault(need, 0) > 0 || (made == null && !isCutting())) {
                    return null;
                }
                dependencies.add(
                        made == null
                                ? latest(need.app())
                                : made.get(made.size() - 1).key());
            }
        }
        return dependencies;
    }

    private boolean isCutting() {
        return patience != Patience.WHOLE_APPS;
    }

    private MigrationKey latest(String app) {
        MigrationKey leaf = leaves.get(app);
        return leaf == null ? new MigrationKey(app, MigrationKey.FIRST) : leaf;
    }

    /** A migration of an app that had no models is marked as initial. */
    private MigrationNode draft(MigrationKey key, Set<MigrationKey> dependencies, List<Proposal> ready) {
        List<Operation> operations = ready.stream().map(Proposal::operation).toList();
        return new MigrationNode(
                key,
                List.copyOf(dependencies),
                List.of(),
                List.of(),
                existingApps.contains(key.app()) ? Optional.empty() : Optional.of(true),
                true,
                () -> operations);
    }

    private void chain() {
        drafts.values().forEach(list -> {
            for (int i = 1; i < list.size(); i++) {
                Set<MigrationKey> dependencies = new TreeSet<>(list.get(i).dependencies());
                dependencies.add(list.get(i - 1).key());
                list.set(i, list.get(i).withKey(list.get(i).key(), dependencies));
            }
        });
    }
}
