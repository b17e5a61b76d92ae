package io.kuaka.autodetect;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.state.ProjectState;
import io.kuaka.testing.InOrder;
import io.kuaka.testing.StateVariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The laws of detection, and of the optimizer and the inverses with it, over thousands of random states. */
class AutodetectorLawsTest {
    private static final int CASES = 1000;

    @Test
    void nothingIsFoundBetweenEqualStates() {
        for (int seed = 0; seed < CASES; seed++) {
            ProjectState state = new RandomStates(seed).next();

            assertThat(detect(state, state, seed)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void whatOneChangeIsFoundToBeLeadsToTheOtherState() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            ProjectState from = states.next();
            check(from, states.mutate(from, 1), seed);
        }
    }

    @Test
    void whatManyChangesAreFoundToBeLeadsToTheOtherState() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            ProjectState from = states.next();
            check(from, states.mutate(from, 2 + seed % 20), seed);
        }
    }

    @Test
    void whatLeadsFromOneStateToAnyOtherIsFound() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomStates states = new RandomStates(seed);
            check(states.next(), states.next(), seed);
        }
    }

    /** Names under which a state doesn't keep the thing can't be reached. */
    @Test
    void aChangeOfWhateverAStateIsMadeOfIsFound() {
        StateVariants.all().stream()
                .filter(variant -> !variant.component().matches("(?!ColumnType).*\\.name"))
                .forEach(variant -> check(variant.before(), variant.after(), variant.component()));
    }

    private static void check(ProjectState from, ProjectState to, Object seed) {
        List<MigrationNode> migrations = InOrder.of(detect(from, to, seed.hashCode()));
        ProjectState state = from;
        List<ProjectState> before = new ArrayList<>();
        for (MigrationNode migration : migrations) {
            before.add(state);
            state = migration.apply(state);
            assertThat(optimizedAgain(migration))
                    .as("%s: optimized once", seed)
                    .isEqualTo(migration.operations().get());
        }
        assertThat(state).as("%s: the state after all migrations", seed).isEqualTo(to);
        for (int i = migrations.size() - 1; i >= 0; i--) {
            String app = migrations.get(i).key().app();
            for (Operation inverse : migrations.get(i).inverses(before.get(i))) {
                state = inverse.apply(app, state);
            }
            assertThat(state).as("%s: the way back", seed).isEqualTo(before.get(i));
        }
    }

    private static List<Operation> optimizedAgain(MigrationNode migration) {
        return Optimizer.optimize(migration.key().app(), migration.operations().get());
    }

    private static SortedMap<String, List<MigrationNode>> detect(ProjectState from, ProjectState to, int seed) {
        return Autodetector.detect(from, to, Map.of(), new Decided(seed), AutodetectOptions.defaults());
    }
}
