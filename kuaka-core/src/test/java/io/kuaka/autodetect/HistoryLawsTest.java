package io.kuaka.autodetect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws of whole histories that grow at random: dependencies suffice, in whatever order a database meets them. */
class HistoryLawsTest {
    private static final int CASES = 300;
    private static final int ROUNDS = 5;

    @Test
    void historiesReplayFromNothingInAnyOrderThatTheirDependenciesAllow() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            List<MigrationNode> history = new ArrayList<>();
            ProjectState to = states.next();
            Questioner questioner = seed % 2 == 0 ? new Agreeing() : new Decided(seed);
            for (int round = 0; round < ROUNDS; round++) {
                MigrationGraph graph = MigrationGraph.of(history);
                history.addAll(Autodetector.detect(graph, to, questioner, AutodetectOptions.defaults())
                        .migrations());
                check(history, to, "seed " + seed + ", round " + round);
                to = states.mutate(to, 1 + seed % 4);
            }
        }
    }

    @Test
    void whoRefersToAModelIsKnownAfterEachOperation() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            List<MigrationNode> history = new ArrayList<>();
            ProjectState to = states.next();
            for (int round = 0; round < ROUNDS; round++) {
                history.addAll(Autodetector.detect(
                                MigrationGraph.of(history), to, new Agreeing(), AutodetectOptions.defaults())
                        .migrations());
                to = states.mutate(to, 1 + seed % 4);
            }
            ProjectState state = ProjectState.empty();
            for (MigrationNode node : MigrationGraph.of(history).order()) {
                List<ProjectState> after = node.states(state);
                after.forEach(HistoryLawsTest::checkReferrers);
                state = after.get(after.size() - 1);
            }
        }
    }

    private static void checkReferrers(ProjectState state) {
        state.models().keySet().forEach(key -> assertThat(state.referrers(key))
                .as("%s in %s", key, state.models())
                .isEqualTo(state.models().entrySet().stream()
                        .filter(each -> each.getValue().fields().values().stream()
                                .anyMatch(field -> field.isReference()
                                        && field.requireReference().to().equals(key)))
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private static void check(List<MigrationNode> history, ProjectState to, String what) {
        MigrationGraph graph = MigrationGraph.of(history);
        assertThat(graph.states().atEnd()).as("%s: the end", what).isEqualTo(to);
        Random random = new Random(what.hashCode());
        for (int i = 0; i < 5; i++) {
            List<MigrationNode> order = anyOrder(graph, random);
            try {
                assertThat(replay(order)).as("%s: %s", what, keys(order)).isEqualTo(to);
            } catch (RuntimeException e) {
                throw new AssertionError(what + ": " + keys(order), e);
            }
        }
    }

    private static ProjectState replay(List<MigrationNode> order) {
        ProjectState state = ProjectState.empty();
        for (MigrationNode node : order) {
            state = node.apply(state);
        }
        return state;
    }

    private static List<MigrationNode> anyOrder(MigrationGraph graph, Random random) {
        List<MigrationKey> open = new ArrayList<>(graph.keys());
        Set<MigrationKey> done = new HashSet<>();
        List<MigrationNode> order = new ArrayList<>();
        while (!open.isEmpty()) {
            List<MigrationKey> ready = open.stream()
                    .filter(key -> done.containsAll(graph.parents(key)))
                    .toList();
            MigrationKey next = ready.get(random.nextInt(ready.size()));
            open.remove(next);
            done.add(next);
            order.add(graph.node(next));
        }
        return order;
    }

    private static List<String> keys(List<MigrationNode> order) {
        return order.stream()
                .map(node -> node.key() + " "
                        + node.operations().get().stream()
                                .map(each -> each.describe())
                                .toList())
                .toList();
    }
}
