package io.kuaka.graph;

import static io.kuaka.graph.Histories.applied;
import static io.kuaka.graph.Histories.chain;
import static io.kuaka.graph.Histories.key;
import static io.kuaka.graph.Histories.keys;
import static io.kuaka.graph.Histories.migration;
import static io.kuaka.graph.Histories.squash;
import static io.kuaka.graph.Histories.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final List<MigrationNode> SHOP = List.of(
            migration("catalog.0001"),
            migration("catalog.0002", "catalog.0001"),
            migration("catalog.0003", "catalog.0002"),
            migration("orders.0001", "catalog.0002"),
            migration("orders.0002", "orders.0001"));

    private static final String[] ALL = {"catalog.0001", "catalog.0002", "catalog.0003", "orders.0001", "orders.0002"};

    @Test
    void appliesWhatIsMissing() {
        MigrationGraph graph = MigrationGraph.of(SHOP, applied("catalog.0001"));

        assertThat(words(graph.plan(Target.everything())))
                .containsExactly("catalog.0002", "catalog.0003", "orders.0001", "orders.0002");
        assertThat(words(graph.plan(Target.latest("orders"))))
                .containsExactly("catalog.0002", "orders.0001", "orders.0002");
        assertThat(words(graph.plan(Target.at(key("orders.0001"))))).containsExactly("catalog.0002", "orders.0001");
    }

    /** Another branch was applied before: what is missing of the history comes later, wherever it is. */
    @Test
    void fillsAGapThatNothingAppliedDependsOn() {
        MigrationGraph graph =
                MigrationGraph.of(SHOP, applied("catalog.0001", "catalog.0002", "orders.0001", "orders.0002"));

        assertThat(words(graph.plan(Target.everything()))).containsExactly("catalog.0003");
    }

    @Test
    void rollsBackWhatComesAfterAnAppliedTarget() {
        MigrationGraph graph = MigrationGraph.of(SHOP, applied(ALL));

        assertThat(words(graph.plan(Target.at(key("catalog.0002"))))).containsExactly("-catalog.0003");
        assertThat(words(graph.plan(Target.at(key("catalog.0001")))))
                .containsExactly("-orders.0002", "-orders.0001", "-catalog.0003", "-catalog.0002");
        assertThat(graph.plan(Target.at(key("orders.0002"))).isEmpty()).isTrue();
    }

    @Test
    void rollsBackAnAppToZeroWithItsDependents() {
        MigrationGraph graph = MigrationGraph.of(SHOP, applied(ALL));

        assertThat(words(graph.plan(Target.zero("orders")))).containsExactly("-orders.0002", "-orders.0001");
        assertThat(words(graph.plan(Target.zero("catalog"))))
                .containsExactly("-orders.0002", "-orders.0001", "-catalog.0003", "-catalog.0002", "-catalog.0001");
    }

    @Test
    void mixesDirectionsOnlyForSeveralTargets() {
        MigrationGraph graph = MigrationGraph.of(SHOP, applied("catalog.0001", "catalog.0002"));

        Plan plan = graph.plan(Target.at(key("catalog.0001")), Target.at(key("orders.0001")));

        assertThat(words(plan)).containsExactly("-catalog.0002", "catalog.0002", "orders.0001");
        assertThat(plan.isMixed()).isTrue();
        assertThat(graph.plan(Target.everything()).isMixed()).isFalse();
    }

    @Test
    void refusesUnknownTargets() {
        MigrationGraph graph = MigrationGraph.of(SHOP);

        assertThatExceptionOfType(UnknownMigrationException.class)
                .isThrownBy(() -> graph.plan(Target.at(key("catalog.0004"))))
                .withMessage("Migration catalog.0004 does not exist.");
        assertThatExceptionOfType(UnknownMigrationException.class).isThrownBy(() -> graph.plan(Target.zero("nowhere")));
        assertThatExceptionOfType(UnknownMigrationException.class)
                .isThrownBy(() -> graph.plan(Target.latest("nowhere")));
    }

    @Test
    void usesASquashOnAnEmptyDatabaseAndRecordsAllThatItReplaces() {
        MigrationGraph graph = MigrationGraph.of(squashed());

        Plan plan = graph.plan(Target.everything());

        assertThat(words(plan)).containsExactly("a.0001", "a.0002_squashed_0003", "a.0004");
        assertThat(plan.steps().get(1).history())
                .containsExactlyElementsOf(keys("a.0002", "a.0002_squashed_0003", "a.0003"));
        assertThat(plan.alsoRecord()).isEmpty();
    }

    @Test
    void walksTheOldWayToItsEndWhenASquashIsAppliedInPart() {
        MigrationGraph graph = MigrationGraph.of(squashed(), applied("a.0001", "a.0002"));

        Plan plan = graph.plan(Target.everything());

        assertThat(graph.contains(key("a.0002_squashed_0003"))).isFalse();
        assertThat(words(plan)).containsExactly("a.0003", "a.0004");
        assertThat(plan.alsoRecord()).containsExactly(key("a.0002_squashed_0003"));
    }

    @Test
    void recordsASquashWhoseMigrationsAreAllAppliedAlready() {
        Plan plan = MigrationGraph.of(squashed(), applied("a.0001", "a.0002", "a.0003", "a.0004"))
                .plan(Target.everything());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.changesNothing()).isFalse();
        assertThat(plan.alsoRecord()).containsExactly(key("a.0002_squashed_0003"));
    }

    @Test
    void takesASquashBackWithAllThatItReplaces() {
        MigrationGraph graph =
                MigrationGraph.of(squashed(), applied("a.0001", "a.0002", "a.0003", "a.0002_squashed_0003", "a.0004"));

        Plan plan = graph.plan(Target.at(key("a.0001")));

        assertThat(words(plan)).containsExactly("-a.0004", "-a.0002_squashed_0003");
        assertThat(plan.steps().get(1).history())
                .containsExactlyElementsOf(keys("a.0002", "a.0002_squashed_0003", "a.0003"));
    }

    @Test
    void plansForATargetThatASquashReplacedAmongTheOldMigrations() {
        MigrationGraph empty = MigrationGraph.of(squashed());
        MigrationGraph full =
                MigrationGraph.of(squashed(), applied("a.0001", "a.0002", "a.0003", "a.0002_squashed_0003", "a.0004"));

        assertThat(words(empty.plan(Target.at(key("a.0003"))))).containsExactly("a.0001", "a.0002", "a.0003");
        Plan back = full.plan(Target.at(key("a.0002")));
        assertThat(words(back)).containsExactly("-a.0004", "-a.0003");
        assertThat(back.steps().get(1).history())
                .as("the squash isn't applied any more")
                .containsExactlyElementsOf(keys("a.0002_squashed_0003", "a.0003"));
    }

    @Test
    void takesASquashThatCannotBeUsedForTheLastMigrationThatItReplaces() {
        MigrationGraph graph = MigrationGraph.of(squashed(), applied("a.0001", "a.0002"));

        assertThat(words(graph.plan(Target.at(key("a.0002_squashed_0003"))))).containsExactly("a.0003");
    }

    @Test
    void usesASquashOfASquash() {
        List<MigrationNode> nodes = new ArrayList<>(squashed());
        nodes.add(squash("a.0001_squashed_all", List.of("a.0001", "a.0002_squashed_0003", "a.0004")));

        assertThat(words(MigrationGraph.of(nodes).plan(Target.everything()))).containsExactly("a.0001_squashed_all");
        assertThat(words(MigrationGraph.of(nodes, applied("a.0001")).plan(Target.everything())))
                .containsExactly("a.0002_squashed_0003", "a.0004");
        assertThat(words(MigrationGraph.of(nodes, applied("a.0001", "a.0002")).plan(Target.everything())))
                .containsExactly("a.0003", "a.0004");
        assertThat(MigrationGraph.of(nodes, applied("a.0001", "a.0002", "a.0003", "a.0004"))
                        .plan(Target.everything())
                        .alsoRecord())
                .containsExactlyElementsOf(keys("a.0001_squashed_all", "a.0002_squashed_0003"));
    }

    @Test
    void refusesSquashesThatReplaceEachOther() {
        assertThatExceptionOfType(CyclicReplacementException.class)
                .isThrownBy(() -> MigrationGraph.of(
                        List.of(squash("a.0001", List.of("a.0002")), squash("a.0002", List.of("a.0001")))))
                .withMessageContaining("a.0001 -> a.0002 -> a.0001");
    }

    @Test
    void saysWhyASquashCouldNotReplaceAMissingMigration() {
        List<MigrationNode> nodes = List.of(
                migration("a.0001"),
                squash("a.0002_squashed_0003", List.of("a.0002", "a.0003"), "a.0001"),
                migration("a.0004", "a.0003"));

        assertThat(words(MigrationGraph.of(nodes).plan(Target.everything())))
                .containsExactly("a.0001", "a.0002_squashed_0003", "a.0004");
        assertThatExceptionOfType(MissingDependencyException.class)
                .isThrownBy(() -> MigrationGraph.of(nodes, applied("a.0001", "a.0002")))
                .withMessageContaining(
                        "a.0002_squashed_0003 can't be used: some of the migrations that it replaces are applied (a.0002), and others are neither applied nor in the project: a.0003.")
                .withMessageContaining(
                        "a.0004 names a.0003, which does not exist. It is replaced by" + " a.0002_squashed_0003");
    }

    @Test
    void resolvesLatestToTheRealEndOfASquashedApp() {
        List<MigrationNode> nodes = new ArrayList<>(squashed());
        nodes.add(migration("b.0001", "a.__latest__"));
        nodes.add(migration("c.0001", "a.__first__"));

        for (Set<MigrationKey> recorded : List.of(applied(), applied("a.0001", "a.0002"))) {
            MigrationGraph graph = MigrationGraph.of(nodes, recorded);

            assertThat(graph.parents(key("b.0001"))).containsExactly(key("a.0004"));
            assertThat(graph.parents(key("c.0001"))).containsExactly(key("a.0001"));
        }
    }

    private static List<MigrationNode> squashed() {
        List<MigrationNode> nodes = new ArrayList<>(chain("a", "0001", "0002", "0003", "0004"));
        nodes.add(squash("a.0002_squashed_0003", List.of("a.0002", "a.0003"), "a.0001"));
        return nodes;
    }
}
