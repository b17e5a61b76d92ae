package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of an app's leaf migrations, with the migrations that lead to it and to none of the other leaves.
 *
 * @param leaf the leaf migration
 * @param migrations those of its app that lead to it alone, in order
 */
public record Branch(MigrationKey leaf, List<MigrationNode> migrations) {
    public Branch {
        migrations = List.copyOf(migrations);
    }

    /** Returns the branches of a history with these leaf migrations. */
    public static List<Branch> of(MigrationGraph graph, List<MigrationKey> leaves) {
        Set<MigrationKey> common = new HashSet<>(graph.ancestors(leaves.get(0)));
        leaves.forEach(leaf -> common.retainAll(Set.copyOf(graph.ancestors(leaf))));
        return leaves.stream()
                .map(leaf -> new Branch(
                        leaf,
                        graph.ancestors(leaf).stream()
                                .filter(key -> key.app().equals(leaf.app()) && !common.contains(key))
                                .map(graph::node)
                                .toList()))
                .toList();
    }
}
