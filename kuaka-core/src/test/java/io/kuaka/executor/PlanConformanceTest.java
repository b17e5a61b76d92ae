package io.kuaka.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.conformance.ConformanceAdapter;
import io.kuaka.conformance.ConformanceCase;
import io.kuaka.conformance.ConformanceReport;
import io.kuaka.conformance.Corpus;
import io.kuaka.executor.listener.MigrationListener;
import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.graph.Recorded;
import io.kuaka.graph.Target;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.recorder.Fence;
import io.kuaka.recorder.Recorder;
import io.kuaka.recorder.Signature;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.schema.statement.PlannedStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes the plans that Django's tests make, and runs those that they run on a database whose history is the recorded one.
 * The migrations are empty: what they do to tables is compared elsewhere.
 */
class PlanConformanceTest {
    private static final Signature SIGNATURE = new Signature(new Fence(0, "0"), "test", "test", Signature.How.RUN);

    @TestFactory
    Stream<DynamicTest> plansAndRunsAsDjangoDoes() {
        return ConformanceReport.tests("plans", new Adapter());
    }

    private static final class Adapter implements ConformanceAdapter {
        @Override
        public JsonNode expected(ConformanceCase each) {
            if (each.get("call").asText().equals("migration_plan")) {
                return Recorded.outcome(each.json());
            }
            if (each.json().has("error")) {
                return Recorded.outcome(each.json());
            }
            ArrayNode events = Corpus.JSON.createArrayNode();
            for (JsonNode event : each.get("events")) {
                boolean isRun = event.path("do").asText().endsWith("apply");
                if (isRun) {
                    events.add(event(event.path("do").asText(), Recorded.key(event.path("migration"))));
                }
            }
            return run(events, Recorded.keySet(each.get("recorded_after")));
        }

        @Override
        public JsonNode answer(ConformanceCase each) throws SQLException {
            return switch (each.get("call").asText()) {
                case "migration_plan" -> Recorded.answer(() -> plan(each));
                case "migrate" -> migrate(each);
                default -> throw new NotApplicable("fake-initial");
            };
        }

        private static JsonNode plan(ConformanceCase each) {
            MigrationGraph graph = graph(each);
            ArrayNode answer = Corpus.JSON.createArrayNode();
            if (each.get("clean_start").asBoolean()) {
                fromScratch(each, graph)
                        .forEach(key -> answer.add(Recorded.json(key).add(false)));
            } else {
                graph.plan(targets(each))
                        .steps()
                        .forEach(step ->
                                answer.add(Recorded.json(step.key()).add(step.direction() == Direction.BACKWARD)));
            }
            return answer;
        }

        /** Django asks for what an empty database would get in order to sort what this one gets. */
        private static Set<MigrationKey> fromScratch(ConformanceCase each, MigrationGraph graph) {
            List<MigrationKey> targets = Recorded.keys(each.get("targets"));
            if (!each.get("replace_migrations").asBoolean(true)
                    && !targets.stream().allMatch(graph::contains)) {
                throw new NotApplicable("squash-beside-replaced");
            }
            Set<MigrationKey> order = new LinkedHashSet<>();
            targets.forEach(target -> order.addAll(graph.ancestors(target)));
            return order;
        }

        private static MigrationGraph graph(ConformanceCase each) {
            if (!each.json().has("disk")) {
                return MigrationGraph.of(
                        Recorded.migrationsOf(each.get("graph")), Recorded.keySet(each.get("applied")));
            }
            MigrationGraph graph = MigrationGraph.of(
                    nodes(each), Recorded.keySet(each.get("recorded")), Recorded.appsWithoutMigrations(each.json()));
            return each.get("replace_migrations").asBoolean(true) ? graph : graph.withoutReplacements();
        }

        private static List<MigrationNode> nodes(ConformanceCase each) {
            return Recorded.migrations(each.get("disk")).stream()
                    .map(node -> new MigrationNode(
                            node.key(),
                            node.dependencies(),
                            node.runBefore(),
                            node.replaces(),
                            node.initial(),
                            node.atomic(),
                            List::of))
                    .toList();
        }

        private static List<Target> targets(ConformanceCase each) {
            return each.get("targets")
                    .valueStream()
                    .map(pair ->
                            pair.path(1).isNull() ? Target.zero(pair.path(0).asText()) : Target.at(Recorded.key(pair)))
                    .toList();
        }

        private static JsonNode migrate(ConformanceCase each) throws SQLException {
            if (each.get("fake_initial").asBoolean()) {
                throw new NotApplicable("fake-initial");
            }
            Dialect dialect = Dialects.named("sqlite");
            Recorder recorder = new Recorder(dialect);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                JdbcSink sink = new JdbcSink(dialect, connection, JdbcSink.Unit.STATEMENT);
                Stream.concat(
                                recorder.createTable().stream(),
                                recorder
                                        .record(
                                                new TreeSet<>(Recorded.keySet(each.get("recorded"))),
                                                SIGNATURE,
                                                Map.of())
                                        .stream())
                        .forEach(statement -> sink.accept(List.of(new PlannedStatement(0, statement))));
                ArrayNode events = Corpus.JSON.createArrayNode();
                MigrationGraph graph = graph(each);
                Plan plan = each.get("targets").isArray() ? graph.plan(targets(each)) : givenPlan(each, graph);
                Executor executor = new Executor(dialect, connection, noting(events));
                if (each.get("fake").asBoolean()) {
                    executor.fake(graph, plan);
                } else {
                    executor.run(graph, plan);
                }
                return run(events, recorder.applied(connection).keySet());
            }
        }

        private static Plan givenPlan(ConformanceCase each, MigrationGraph graph) {
            List<PlanStep> steps = new ArrayList<>();
            for (JsonNode step : each.get("plan")) {
                MigrationKey key = Recorded.key(step);
                Direction direction = step.path(2).asBoolean() ? Direction.BACKWARD : Direction.FORWARD;
                steps.add(new PlanStep(graph.node(key), direction, new TreeSet<>(Set.of(key))));
            }
            return new Plan(steps, new TreeSet<>());
        }

        private static MigrationListener noting(ArrayNode events) {
            return new MigrationListener() {
                @Override
                public void started(PlanStep step) {
                    events.add(event(step.direction() == Direction.FORWARD ? "apply" : "unapply", step.key()));
                }
            };
        }

        private static ArrayNode event(String verb, MigrationKey key) {
            return Corpus.JSON.createArrayNode().add(verb).add(Recorded.json(key));
        }

        private static ObjectNode run(ArrayNode events, Set<MigrationKey> recorded) {
            ObjectNode run = Corpus.JSON.createObjectNode();
            run.set("events", events);
            run.set("recorded", Recorded.json(new TreeSet<>(recorded)));
            return run;
        }
    }
}
