package io.kuaka.autodetect.arrange;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps the migrations of the requested apps and of those that they depend on. */
public final class AppFilter {
    private AppFilter() {}

    /** Returns the migrations of {@code apps}, and of the apps that they depend on, directly or not. */
    public static SortedMap<String, List<MigrationNode>> trim(
            SortedMap<String, List<MigrationNode>> migrations, Collection<String> apps) {
        Set<String> required = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(apps);
        while (!open.isEmpty()) {
            String app = open.remove();
            if (required.add(app)) {
                migrations.getOrDefault(app, List.of()).stream()
                        .flatMap(node -> node.dependencies().stream())
                        .map(MigrationKey::app)
                        .forEach(open::add);
            }
        }
        SortedMap<String, List<MigrationNode>> kept = new TreeMap<>(migrations);
        kept.keySet().retainAll(required);
        return kept;
    }
}
