package io.kuaka.graph;

import static io.kuaka.graph.Histories.applied;
import static io.kuaka.graph.Histories.chain;
import static io.kuaka.graph.Histories.key;
import static io.kuaka.graph.Histories.keys;
import static io.kuaka.graph.Histories.migration;
import static io.kuaka.graph.Histories.runBefore;
import static io.kuaka.graph.Histories.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationGraphTest {
    private static final List<MigrationNode> SHOP = List.of(
            migration("users.0001_initial"),
            migration("users.0002_email", "users.0001_initial"),
            migration("catalog.0001_initial", "users.__first__"),
            migration("catalog.0002_isbn", "catalog.0001_initial"),
            migration("catalog.0003_price", "catalog.0002_isbn", "users.__latest__"),
            migration("orders.0001_initial", "catalog.0002_isbn"));

    @Test
    void ordersMigrationsAfterWhatTheyDependOn() {
        assertThat(MigrationGraph.of(SHOP).order())
                .extracting(node -> node.key().toString())
                .containsExactly(
                        "users.0001_initial",
                        "users.0002_email",
                        "catalog.0001_initial",
                        "catalog.0002_isbn",
                        "catalog.0003_price",
                        "orders.0001_initial");
    }

    @Test
    void resolvesFirstAndLatest() {
        MigrationGraph graph = MigrationGraph.of(SHOP);

        assertThat(graph.parents(key("catalog.0001_initial"))).containsExactly(key("users.0001_initial"));
        assertThat(graph.parents(key("catalog.0003_price")))
                .containsExactly(key("catalog.0002_isbn"), key("users.0002_email"));
    }

    @Test
    void toleratesFirstOfAnAppThatHasNoMigrationsOnlyWhenItIsTold() {
        List<MigrationNode> nodes = List.of(migration("a.0001", "b.__first__"));

        assertThat(MigrationGraph.of(nodes, Set.of(), Set.of("b")).keys()).containsExactly(key("a.0001"));
        assertThatExceptionOfType(MissingDependencyException.class)
                .isThrownBy(() -> MigrationGraph.of(nodes))
                .withMessage("a.0001 names b.__first__, but app \"b\" has no migrations. Apps with migrations: \"a\".");
    }

    @Test
    void putsAMigrationBeforeThoseThatItAsksToRunBefore() {
        MigrationGraph graph =
                MigrationGraph.of(List.of(migration("a.0001"), runBefore("z.0001", "a.0001"), migration("b.0001")));

        assertThat(graph.parents(key("a.0001"))).containsExactly(key("z.0001"));
        assertThat(words(graph.plan(Target.at(key("a.0001"))))).containsExactly("z.0001", "a.0001");
    }

    @Test
    void namesAllMissingParentsAndNearNames() {
        assertThatExceptionOfType(MissingDependencyException.class)
                .isThrownBy(() -> MigrationGraph.of(List.of(
                        migration("catalog.0001_initial"),
                        migration("catalog.0002_isbn", "catalog.0001_intial"),
                        migration("catalog.0003_price", "shipping.0009_parcel"),
                        migration("catalog.0004_cover", "katalog.0001_initial"),
                        migration("catalog.0005_stock", "orders.0001_initial"))))
                .withMessageContaining("catalog.0002_isbn names catalog.0001_intial, which does not exist."
                        + " Did you mean: catalog.0001_initial?")
                .withMessageContaining("catalog.0003_price names shipping.0009_parcel, which does not exist.")
                .withMessageContaining("catalog.0004_cover names katalog.0001_initial, which does not exist."
                        + " Did you mean: catalog.0001_initial?")
                .withMessageContaining("catalog.0005_stock names orders.0001_initial, which does not exist.")
                .satisfies(e -> assertThat(e.missing())
                        .containsExactlyElementsOf(keys(
                                "catalog.0001_intial",
                                "katalog.0001_initial",
                                "orders.0001_initial",
                                "shipping.0009_parcel")))
                .satisfies(e ->
                        assertThat(e.getMessage().split("Did you mean", -1)).hasSize(3));
    }

    @Test
    void drawsTheCycle() {
        assertThatExceptionOfType(CyclicDependencyException.class)
                .isThrownBy(() -> MigrationGraph.of(List.of(
                        migration("b.0001"),
                        migration("b.0002", "a.0001", "b.0001"),
                        migration("a.0001", "b.0002"),
                        migration("a.0002", "a.0001"))))
                .withMessageContaining("a.0001 -> b.0002 -> a.0001")
                .satisfies(e -> assertThat(e.cycle()).containsExactlyElementsOf(keys("a.0001", "b.0002")));
    }

    @Test
    void findsAMigrationThatDependsOnItself() {
        assertThatExceptionOfType(CyclicDependencyException.class)
                .isThrownBy(() -> MigrationGraph.of(List.of(migration("a.0001", "a.0001"))))
                .withMessageContaining("a.0001 -> a.0001");
    }

    @Test
    void reportsAppsWithSeveralEnds() {
        MigrationGraph graph = MigrationGraph.of(List.of(
                migration("a.0001"),
                migration("a.0002_x", "a.0001"),
                migration("a.0002_y", "a.0001"),
                migration("b.0001")));

        assertThat(graph.conflicts()).containsOnlyKeys("a").containsEntry("a", keys("a.0002_x", "a.0002_y"));
        assertThatExceptionOfType(ConflictingMigrationsException.class)
                .isThrownBy(graph::requireNoConflicts)
                .withMessage(
                        "Conflicting migrations: app \"a\" has the leaf migrations 0002_x, 0002_y. Merge them with 'kuaka makemigrations --merge'.");
    }

    @Test
    void listsAllOffendersOfAnInconsistentHistory() {
        MigrationGraph graph = MigrationGraph.of(
                SHOP, applied("catalog.0002_isbn", "catalog.0003_price", "orders.0001_initial", "gone.0001"));

        assertThatExceptionOfType(InconsistentHistoryException.class)
                .isThrownBy(graph::requireConsistentHistory)
                .withMessageContaining("catalog.0002_isbn is applied, but its dependency catalog.0001_initial is not")
                .satisfies(e -> assertThat(e.offenders()).hasSize(2));
    }

    @Test
    void findsMigrationsByTheBeginningOfTheirNames() {
        MigrationGraph graph = MigrationGraph.of(SHOP);

        assertThat(graph.find("catalog", "0002")).isEqualTo(key("catalog.0002_isbn"));
        assertThatExceptionOfType(AmbiguousNameException.class)
                .isThrownBy(() -> graph.find("catalog", "000"))
                .withMessage("App \"catalog\" has more than one migration whose name starts with \"000\":"
                        + " 0001_initial, 0002_isbn, 0003_price. Use a longer prefix.");
        assertThatExceptionOfType(UnknownMigrationException.class)
                .isThrownBy(() -> graph.find("catalog", "0009"))
                .withMessageContaining("0001_initial, 0002_isbn, 0003_price");
        assertThatExceptionOfType(UnknownMigrationException.class)
                .isThrownBy(() -> graph.find("nowhere", "0001"))
                .withMessage("App \"nowhere\" has no migrations.");
    }

    @Test
    void takesAWholeNameForThatNameEvenWhenOthersStartWithIt() {
        MigrationGraph graph = MigrationGraph.of(chain("a", "0001_x", "0001_x_more"));

        assertThat(graph.find("a", "0001_x")).isEqualTo(key("a.0001_x"));
    }

    @Test
    void doesNotAskForOperationsWhilePlanning() {
        MigrationNode untouchable =
                new MigrationNode(key("a.0001"), List.of(), List.of(), List.of(), Optional.empty(), true, () -> {
                    throw new AssertionError("The operations were asked for.");
                });
        MigrationGraph graph = MigrationGraph.of(List.of(untouchable), applied("a.0001"));

        assertThat(graph.plan(Target.everything()).changesNothing()).isTrue();
        assertThat(words(graph.plan(Target.zero("a")))).containsExactly("-a.0001");
    }

    @Test
    void plansTenThousandMigrationsInWellUnderASecond() {
        List<MigrationNode> nodes = new ArrayList<>();
        for (int app = 0; app < 100; app++) {
            for (int number = 0; number < 100; number++) {
                List<MigrationKey> parents = new ArrayList<>();
                for (int neighbour = Math.max(0, app - 3); number > 0 && neighbour <= app; neighbour++) {
                    parents.add(node(neighbour, number - 1));
                }
                nodes.add(MigrationNode.of(node(app, number), parents, List.of()));
            }
        }

        // Processor time, so that a busy machine doesn't decide.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Duration best = Duration.ofDays(1);
        Plan plan = MigrationGraph.of(List.of()).plan();
        for (int run = 0; run < 5; run++) {
            long start = clock.getCurrentThreadCpuTime();
            plan = MigrationGraph.of(nodes).plan(Target.everything());
            Duration took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertThat(best).isLessThan(Duration.ofMillis(500));
        assertThat(plan.steps()).hasSize(10_000);
        MigrationGraph full = MigrationGraph.of(
                nodes, new HashSet<>(plan.steps().stream().map(PlanStep::key).toList()));
        assertThat(full.plan(Target.at(node(0, 0))).steps()).hasSizeGreaterThan(300);
    }

    @Test
    void walksAChainOfManyThousandsWithoutRunningOutOfStack() {
        String[] names = new String[20_000];
        for (int i = 0; i < names.length; i++) {
            names[i] = "%05d".formatted(i);
        }
        MigrationGraph graph = MigrationGraph.of(chain("a", names));

        assertThat(graph.plan(Target.latest("a")).steps()).hasSize(names.length);
    }

    private static MigrationKey node(int app, int number) {
        return new MigrationKey("app%03d".formatted(app), "%04d".formatted(number));
    }
}
