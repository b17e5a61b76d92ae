package io.kuaka.autodetect.arrange;

import io.kuaka.autodetect.detector.Event;
import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Splits the proposals of all apps into migrations whose dependencies have no cycle.
 *
 * <p>One app after the other, a migration is made when everything that its operations need from other apps is in
 * migrations already. When no app can proceed, the first one that can do something is split at that point. Only then
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
            boolean progress = false;
            for (String app : List.copyOf(open.keySet())) {
                progress |= advance(app);
            }
            patience = progress ? Patience.WHOLE_APPS : next();
        }
        return open.isEmpty();
    }

    private Patience next() {
        return switch (patience) {
            case WHOLE_APPS -> Patience.CUTTING;
            case CUTTING -> Patience.PICKING;
            case PICKING, NONE -> Patience.NONE;
        };
    }

    /** Makes a migration of what the app can do by now; returns whether there is one. */
    private boolean advance(String app) {
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
        if (ready.isEmpty() || !(waiting.isEmpty() || isCutting())) {
            return false;
        }
        List<MigrationNode> made = drafts.computeIfAbsent(app, each -> new ArrayList<>());
        made.add(draft(new MigrationKey(app, "auto_" + (made.size() + 1)), dependencies, ready));
        ready.forEach(proposal -> proposal.provides().forEach(event -> openEvents.merge(event, -1, Integer::sum)));
        patience = Patience.WHOLE_APPS;
        open.put(app, waiting);
        open.values().removeIf(List::isEmpty);
        return true;
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
