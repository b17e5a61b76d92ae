package io.kuaka.testing;

import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The order in which detected migrations are applied. */
public final class InOrder {
    private InOrder() {}

    /** Puts migrations behind those that they depend on. */
    public static List<MigrationNode> of(SortedMap<String, List<MigrationNode>> migrations) {
        List<MigrationNode> open = new ArrayList<>();
        migrations.values().forEach(open::addAll);
        List<MigrationNode> sorted = new ArrayList<>();
        while (!open.isEmpty()) {
            MigrationNode next = open.stream()
                    .filter(node ->
                            open.stream().noneMatch(other -> node.dependencies().contains(other.key())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("A circle of migrations: " + open));
            open.remove(next);
            sorted.add(next);
        }
        return sorted;
    }
}
