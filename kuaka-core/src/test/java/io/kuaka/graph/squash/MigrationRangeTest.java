package io.kuaka.graph.squash;

import static io.kuaka.graph.Histories.chain;
import static io.kuaka.graph.Histories.key;
import static io.kuaka.graph.Histories.migration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.graph.AmbiguousNameException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.UnknownMigrationException;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which migrations can become one. */
class MigrationRangeTest {
    @Test
    void aStretchEndsInTwoWhereAnotherAppComesInBetween() {
        MigrationGraph graph = graph(
                migration("a.0001_x"),
                migration("a.0002_x", "a.0001_x"),
                migration("b.0001_x", "a.0002_x"),
                migration("a.0003_x", "a.0002_x"),
                migration("a.0004_x", "a.0003_x", "b.0001_x"),
                migration("a.0005_x", "a.0004_x"));

        Squash squash = squash(graph, null, "0005");

        assertThat(names(squash)).containsExactly("0001_squashed_0003_x", "0004_x_squashed_0005_x");
        assertThat(squash.parts().get(1).migration().dependencies())
                .containsExactly(key("a.0001_squashed_0003_x"), key("b.0001_x"));
        assertThat(squash.after().order())
                .extracting(node -> node.key().toString())
                .containsExactly("a.0001_squashed_0003_x", "b.0001_x", "a.0004_x_squashed_0005_x");
    }

    @Test
    void aMigrationThatCanJoinNobodyStaysAsItIs() {
        MigrationGraph graph = graph(
                migration("a.0001_x"),
                migration("b.0001_x", "a.0001_x"),
                migration("a.0002_x", "a.0001_x", "b.0001_x"),
                migration("a.0003_x", "a.0002_x"));

        Squash squash = squash(graph, null, "0003");

        assertThat(names(squash)).containsExactly("0002_x_squashed_0003_x");
        assertThat(squash.unchanged()).containsExactly(key("a.0001_x"));
        assertThat(squash.parts().get(0).migration().dependencies()).containsExactly(key("a.0001_x"), key("b.0001_x"));
    }

    @Test
    void nothingCanBeSquashedWhereAnotherAppAlwaysComesInBetween() {
        MigrationGraph graph =
                graph(migration("a.0001_x"), migration("b.0001_x", "a.0001_x"), migration("a.0002_x", "b.0001_x"));

        assertThatExceptionOfType(UnsuitableRangeException.class)
                .isThrownBy(() -> squash(graph, null, "0002"))
                .withMessageContaining("migrations of other apps must run between any two of them");
    }

    @Test
    void aBranchThatIsLeftOutStaysADependency() {
        MigrationGraph graph = graph(
                migration("a.0001_x"),
                migration("a.0002_left", "a.0001_x"),
                migration("a.0002_right", "a.0001_x"),
                migration("a.0003_merge", "a.0002_left", "a.0002_right"));
        String start = graph.ancestors(key("a.0003_merge")).get(2).name();

        MigrationNode squash = squash(graph, start, "0003").parts().get(0).migration();

        assertThat(squash.replaces()).hasSize(2);
        assertThat(squash.dependencies()).hasSize(2).doesNotContainAnyElementsOf(squash.replaces());
    }

    @Test
    void theStartOfANameMeansWhatIsInUse() {
        List<MigrationNode> nodes = new ArrayList<>(chain("a", "0001_x", "0002_x", "0003_x"));
        nodes.add(squash(MigrationGraph.of(nodes), null, "0002").parts().get(0).migration());
        MigrationGraph graph = MigrationGraph.of(nodes);

        assertThat(names(squash(graph, "0001", "0003"))).containsExactly("0001_squashed_0002_x_squashed_0003_x");
        assertThatExceptionOfType(UnsuitableRangeException.class)
                .isThrownBy(() -> squash(graph, null, "0002"))
                .withMessageContaining("a.0002_x is already squashed")
                .withMessageContaining("a.0001_squashed_0002_x");
    }

    @Test
    void wrongEndsAreExplained() {
        MigrationGraph graph = MigrationGraph.of(chain("a", "0001_x", "0002_x", "0002_y"));

        assertThatExceptionOfType(AmbiguousNameException.class).isThrownBy(() -> squash(graph, null, "0002"));
        assertThatExceptionOfType(UnknownMigrationException.class).isThrownBy(() -> squash(graph, null, "0007"));
        assertThatExceptionOfType(UnsuitableRangeException.class)
                .isThrownBy(() -> squash(graph, "0002_y", "0002_x"))
                .withMessageContaining("a.0002_x doesn't depend on a.0002_y");
        assertThatExceptionOfType(UnsuitableRangeException.class)
                .isThrownBy(() -> squash(graph, null, "0001"))
                .withMessageContaining("There is nothing to squash but a.0001_x itself");
    }

    /** A circle in the graph with the parts would be refused. */
    @Test
    void partsNeverMakeACircle() {
        for (int seed = 0; seed < 500; seed++) {
            MigrationGraph graph = random(new Random(seed));
            MigrationKey end = graph.leaves("a").get(0);
            try {
                Squash squash = squash(graph, null, end.name());
                assertThat(squash.parts())
                        .as("seed " + seed)
                        .flatExtracting(part -> part.migration().replaces())
                        .doesNotHaveDuplicates()
                        .isSubsetOf(squash.members());
            } catch (UnsuitableRangeException e) {
                assertThat(e).hasMessageContaining("between any two");
            }
        }
    }

    /** Three apps whose migrations depend on earlier ones, of their own app and of others. */
    private static MigrationGraph random(Random random) {
        List<MigrationNode> nodes = new ArrayList<>();
        int[] latest = new int[3];
        for (int i = 0; i < 18; i++) {
            int app = i < 3 ? i : random.nextInt(3);
            List<String> dependencies = new ArrayList<>();
            if (latest[app] > 0) {
                dependencies.add(name(app, latest[app]));
            }
            int other = random.nextInt(3);
            if (other != app && latest[other] > 0 && random.nextInt(3) == 0) {
                dependencies.add(name(other, 1 + random.nextInt(latest[other])));
            }
            latest[app]++;
            nodes.add(migration(name(app, latest[app]), dependencies.toArray(String[]::new)));
        }
        nodes.add(migration("a." + (latest[0] + 5001) + "_end", name(0, latest[0])));
        return MigrationGraph.of(nodes);
    }

    private static String name(int app, int number) {
        return "abc".charAt(app) + "." + String.format("%04d_x", number);
    }

    private static MigrationGraph graph(MigrationNode... nodes) {
        return MigrationGraph.of(Arrays.asList(nodes));
    }

    private static Squash squash(MigrationGraph graph, String start, String end) {
        Squasher.Request request = new Squasher.Request("a", start, end, null, true);
        return Squasher.squash(graph, request, key -> {
            throw new AssertionError("No operation has code.");
        });
    }

    private static List<String> names(Squash squash) {
        return squash.parts().stream()
                .map(part -> part.migration().key().name())
                .toList();
    }
}
