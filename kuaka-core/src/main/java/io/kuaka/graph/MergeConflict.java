package io.kuaka.graph;

import io.kuaka.impact.Footprint;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Two operations on different branches of a history whose order may matter.
 *
 * @param first the place of the one, as in {@code catalog.0002_left, operation 1 (Add field slug to Book)}
 * @param second the place of the other
 * @param reason why the order may matter, in words
 */
public record MergeConflict(String first, String second, String reason) {
    private record Stride(MigrationKey migration, String words, Footprint footprint) {}

    /**
     * Returns why the branches that end in {@code leaves} may not be applied in any order; empty if they are proven to
     * give the same result in any order.
     */
    public static List<MergeConflict> between(MigrationGraph graph, List<MigrationKey> leaves) {
        Set<MergeConflict> clashes = new LinkedHashSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            for (int j = i + 1; j < leaves.size(); j++) {
                addClashes(graph, leaves.get(i), leaves.get(j), clashes);
            }
        }
        return List.copyOf(clashes);
    }

    private static void addClashes(
            MigrationGraph graph, MigrationKey one, MigrationKey other, Set<MergeConflict> clashes) {
        Set<MigrationKey> ofOne = new HashSet<>(graph.ancestors(one));
        Set<MigrationKey> ofOther = new HashSet<>(graph.ancestors(other));
        List<Stride> others = strides(graph, ofOther, ofOne);
        for (Stride first : strides(graph, ofOne, ofOther)) {
            for (Stride second : others) {
                boolean concerns = first.migration().app().equals(one.app())
                        || second.migration().app().equals(one.app());
                if (concerns) {
                    first.footprint()
                            .clash(second.footprint())
                            .ifPresent(reason -> clashes.add(new MergeConflict(first.words(), second.words(), reason)));
                }
            }
        }
    }

    /** Returns the operations that lead to one end and not to the other, each in the state that it meets there. */
    private static List<Stride> strides(MigrationGraph graph, Set<MigrationKey> there, Set<MigrationKey> elsewhere) {
        Set<MigrationKey> common = new HashSet<>(there);
        common.retainAll(elsewhere);
        ProjectState state = graph.states().of(common);
        List<Stride> strides = new ArrayList<>();
        for (MigrationNode node : graph.order()) {
            if (there.contains(node.key()) && !common.contains(node.key())) {
                for (AppliedOperation applied : node.replay(state)) {
                    strides.add(new Stride(node.key(), applied.place(), Footprint.of(applied)));
                    state = applied.after();
                }
            }
        }
        return strides;
    }

    @Override
    public String toString() {
        return first + " and " + second + ": " + reason + ".";
    }
}
