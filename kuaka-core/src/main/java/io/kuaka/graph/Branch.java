package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of several ends of a history, with what leads there and to none of the other ends.
 *
 * @param leaf the end
 * @param migrations those of its app that lead there alone, in order
 */
public record Branch(MigrationKey leaf, List<MigrationNode> migrations) {
    public Branch {
        migrations = List.copyOf(migrations);
    }

    /** Returns the branches of a history that ends in {@code leaves}. */
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
