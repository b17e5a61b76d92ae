package io.kuaka.graph.squash;

import io.kuaka.graph.AmbiguousNameException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of one app's history that is to become one migration, or several if other apps come in between.
 *
 * @param members the migrations, in order
 */
record MigrationRange(MigrationGraph graph, List<MigrationKey> members) {
    MigrationRange {
        members = List.copyOf(members);
    }

    /**
     * Returns the range between two migrations.
     *
     * @param start the first one's name, or the start of it; null for the first one of the app
     * @param end the last one's name, or the start of it
     */
    static MigrationRange between(MigrationGraph graph, String app, @Nullable String start, String end) {
        MigrationKey last = find(graph, app, end);
        List<MigrationKey> members = graph.ancestors(last).stream()
                .filter(key -> key.app().equals(app))
                .toList();
        if (start != null) {
            MigrationKey first = find(graph, app, start);
            if (!members.contains(first)) {
                throw UnsuitableRangeException.wrongOrder(first, last);
            }
            members = members.subList(members.indexOf(first), members.size());
        }
        if (members.size() == 1) {
            throw UnsuitableRangeException.single(last);
        }
        return new MigrationRange(graph, members);
    }

    /** Squashes share their first digits with what they replace, so only what is in use is looked at. */
    private static MigrationKey find(MigrationGraph graph, String app, String prefix) {
        MigrationKey exact = new MigrationKey(app, prefix);
        List<MigrationKey> found = graph.keys().stream()
                .filter(key -> key.app().equals(app) && key.name().startsWith(prefix))
                .toList();
        if (found.contains(exact)) {
            return exact;
        }
        if (found.size() > 1) {
            throw new AmbiguousNameException(app, prefix, found);
        }
        if (found.isEmpty()) {
            MigrationKey replaced = graph.find(app, prefix);
            throw UnsuitableRangeException.replaced(replaced, graph.inPlaceOf(replaced));
        }
        return found.get(0);
    }

    /**
     * Returns the members in groups that can each become one migration.
     *
     * <p>A migration that depends on a member and that a later member needs has to come between the two.
     */
    List<List<MigrationKey>> groups() {
        Set<MigrationKey> own = new LinkedHashSet<>(members);
        Map<MigrationKey, Integer> earliest = new HashMap<>();
        List<List<MigrationKey>> groups = new ArrayList<>();
        for (MigrationKey key : graph.ancestors(members.get(members.size() - 1))) {
            boolean member = own.contains(key);
            int least = member ? Math.max(0, groups.size() - 1) : 0;
            for (MigrationKey parent : graph.parents(key)) {
                boolean leaves = !member && own.contains(parent);
                least = Math.max(least, earliest.getOrDefault(parent, 0) + (leaves ? 1 : 0));
            }
            earliest.put(key, least);
            if (member) {
                while (groups.size() <= least) {
                    groups.add(new ArrayList<>());
                }
                groups.get(least).add(key);
            }
        }
        return groups;
    }
}
