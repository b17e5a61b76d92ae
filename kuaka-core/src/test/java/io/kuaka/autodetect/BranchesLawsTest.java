package io.kuaka.autodetect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.graph.MergeConflict;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The law of merging over random states: branches that are said not to clash give the same in both orders. */
class BranchesLawsTest {
    private static final String APP = "catalog";
    private static final MigrationKey ROOT = new MigrationKey(APP, "0001_initial");
    private static final MigrationKey LEFT = new MigrationKey(APP, "0002_left");
    private static final MigrationKey RIGHT = new MigrationKey(APP, "0002_right");

    @Test
    void branchesThatDoNotClashGiveTheSameInBothOrders() {
        int free = 0;
        for (int seed = 0; seed < 1500; seed++) {
            RandomStates states = new RandomStates(seed);
            ProjectState start = states.next();
            MigrationNode left = branch(LEFT, start, states.mutate(start, 1 + seed % 3));
            MigrationNode right = branch(RIGHT, start, states.mutate(start, 1 + seed % 2));
            if (clashes(start, left, right).isEmpty()) {
                free++;
                assertThat(left.apply(right.apply(start)))
                        .as("seed %s: %s and %s", seed, words(left), words(right))
                        .isEqualTo(right.apply(left.apply(start)));
            }
        }
        assertThat(free).as("branches that don't clash").isGreaterThan(400);
    }

    private static List<MergeConflict> clashes(ProjectState start, MigrationNode left, MigrationNode right) {
        Operation past = new GivenState(start);
        return MergeConflict.between(
                MigrationGraph.of(List.of(MigrationNode.of(ROOT, List.of(), List.of(past)), left, right)),
                List.of(LEFT, RIGHT));
    }

    /** The operations that lead to another state; those of other apps are left out. */
    private static MigrationNode branch(MigrationKey key, ProjectState from, ProjectState to) {
        SortedMap<String, List<MigrationNode>> found =
                Autodetector.detect(from, to, Map.of(), new Agreeing(), AutodetectOptions.defaults());
        List<Operation> operations = new ArrayList<>();
        ProjectState state = from;
        for (MigrationNode node : found.getOrDefault(APP, List.of())) {
            for (Operation operation : node.operations().get()) {
                try {
                    state = operation.apply(APP, state);
                    operations.add(operation);
                } catch (RuntimeException e) {
                    // It needs what another app does.
                }
            }
        }
        return MigrationNode.of(key, List.of(ROOT), operations);
    }

    private static String words(MigrationNode node) {
        return node.operations().get().stream()
                .map(Operation::describe)
                .toList()
                .toString();
    }
}
