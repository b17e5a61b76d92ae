package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which migrations replace which others: the rules of squashes.
 *
 * <p>A squash counts as applied when all that it replaces is applied. It is used when all or none of that is applied;
 * in between, the database has started on the old migrations and has to finish them.
 */
final class Replacements {
    /** How far a database has come with what a squash replaces. */
    enum Progress {
        NONE,
        SOME,
        ALL
    }

    private final SortedMap<MigrationKey, MigrationNode> nodes;
    private final List<MigrationKey> innerFirst = new ArrayList<>();
    private final Map<MigrationKey, SortedSet<MigrationKey>> covered = new HashMap<>();
    private final Map<MigrationKey, SortedSet<MigrationKey>> squashesOver = new HashMap<>();

    Replacements(SortedMap<MigrationKey, MigrationNode> nodes) {
        this.nodes = nodes;
        List<MigrationKey> squashes =
                nodes.keySet().stream().filter(this::isSquash).toList();
        Cycles.find(squashes, this::directlyReplaced).ifPresent(cycle -> {
            throw new CyclicReplacementException(cycle);
        });
        Set<MigrationKey> seen = new HashSet<>();
        squashes.forEach(squash -> addInnerFirst(squash, seen));
    }

    /** Returns all squashes; one that replaces another comes after it. */
    List<MigrationKey> innerFirst() {
        return innerFirst;
    }

    boolean isSquash(MigrationKey key) {
        MigrationNode node = nodes.get(key);
        return node != null && !node.replaces().isEmpty();
    }

    /** Returns what {@code squash} stands for in the end: names of migrations that replace nothing, or no longer exist. */
    SortedSet<MigrationKey> originals(MigrationKey squash) {
        SortedSet<MigrationKey> originals = new TreeSet<>(allReplaced(squash));
        originals.removeIf(this::isSquash);
        return originals;
    }

    /** Returns all that {@code squash} stands for, other squashes included. */
    SortedSet<MigrationKey> allReplaced(MigrationKey squash) {
        return covered.getOrDefault(squash, new TreeSet<>());
    }

    /** Returns the squashes that stand for {@code key}, whether they are used or not. */
    SortedSet<MigrationKey> squashesOver(MigrationKey key) {
        return squashesOver.getOrDefault(key, new TreeSet<>());
    }

    Progress progress(MigrationKey squash, Set<MigrationKey> applied) {
        SortedSet<MigrationKey> originals = originals(squash);
        long done = originals.stream().filter(applied::contains).count();
        if (done == originals.size()) {
            return Progress.ALL;
        }
        return done == 0 ? Progress.NONE : Progress.SOME;
    }

    /** Returns the squashes that are complete with {@code applied} and that it doesn't name. */
    SortedSet<MigrationKey> toRecord(Set<MigrationKey> applied) {
        SortedSet<MigrationKey> complete = new TreeSet<>();
        for (MigrationKey squash : innerFirst) {
            if (!applied.contains(squash) && progress(squash, applied) == Progress.ALL) {
                complete.add(squash);
            }
        }
        return complete;
    }

    private Collection<MigrationKey> directlyReplaced(MigrationKey key) {
        MigrationNode node = nodes.get(key);
        return node == null ? List.of() : node.replaces();
    }

    /** Squashes of squashes are never deep, so that recursion is safe here. */
    private void addInnerFirst(MigrationKey squash, Set<MigrationKey> seen) {
        if (!seen.add(squash)) {
            return;
        }
        SortedSet<MigrationKey> all = new TreeSet<>();
        for (MigrationKey replaced : directlyReplaced(squash)) {
            all.add(replaced);
            if (isSquash(replaced)) {
                addInnerFirst(replaced, seen);
                all.addAll(allReplaced(replaced));
            }
        }
        covered.put(squash, all);
        all.forEach(
                key -> squashesOver.computeIfAbsent(key, any -> new TreeSet<>()).add(squash));
        innerFirst.add(squash);
    }
}
