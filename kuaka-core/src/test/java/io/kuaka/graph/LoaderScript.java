package io.kuaka.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.conformance.ConformanceAdapter.NotApplicable;
import io.kuaka.conformance.Corpus;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Plays the steps of a recorded loader: builds graphs of what is on disk and recorded, and asks them. */
final class LoaderScript {
    private List<MigrationNode> disk = List.of();
    private Set<String> appsWithoutMigrations = Set.of();
    private MigrationGraph graph = MigrationGraph.of(List.of());

    /** Returns the recorded answers, one for each step. */
    static ArrayNode expected(JsonNode json) {
        ArrayNode answers = Corpus.JSON.createArrayNode();
        for (JsonNode step : json.path("steps")) {
            JsonNode outcome = Recorded.outcome(step);
            if (step.path("do").asText().equals("build_graph") && !step.has("error")) {
                outcome = built(
                        outcome.path("nodes"),
                        outcome.path("edges"),
                        Recorded.json(new TreeSet<>(Recorded.keys(outcome.path("applied")))),
                        outcome.path("leaf_nodes"),
                        outcome.path("root_nodes"));
            }
            if (step.path("do").asText().equals("project_state")) {
                outcome = modelNames(outcome.path("models"));
            }
            answers.add(outcome);
        }
        return answers;
    }

    ArrayNode play(JsonNode json) {
        ArrayNode answers = Corpus.JSON.createArrayNode();
        for (JsonNode step : json.path("steps")) {
            answers.add(Recorded.answer(() -> play(step.path("do").asText(), step)));
        }
        return answers;
    }

    private JsonNode play(String verb, JsonNode step) {
        return switch (verb) {
            case "build_graph" -> build(step);
            case "get_migration_by_prefix" ->
                Recorded.json(graph.find(
                        step.path("app_label").asText(),
                        step.path("name_prefix").asText()));
            case "check_consistent_history" -> {
                MigrationGraph.of(disk, Recorded.keySet(step.path("recorded")), appsWithoutMigrations)
                        .requireConsistentHistory();
                yield NullNode.getInstance();
            }
            case "detect_conflicts" -> conflicts();
            case "project_state" -> models(step);
            default -> throw new NotApplicable("loader step " + verb);
        };
    }

    private JsonNode build(JsonNode step) {
        if (step.path("error").path("type").asText().equals("ImportError")) {
            throw new NotApplicable("python-import");
        }
        disk = Recorded.migrations(step.path("disk"));
        appsWithoutMigrations = Recorded.appsWithoutMigrations(step);
        graph = MigrationGraph.of(disk, Recorded.keySet(step.path("recorded")), appsWithoutMigrations);
        if (!step.path("replace_migrations").asBoolean(true)) {
            graph = graph.withoutReplacements();
        }
        ArrayNode edges = Corpus.JSON.createArrayNode();
        for (MigrationKey child : graph.keys()) {
            graph.parents(child)
                    .forEach(
                            parent -> edges.addArray().add(Recorded.json(child)).add(Recorded.json(parent)));
        }
        return built(
                Recorded.json(graph.keys()),
                edges,
                Recorded.json(graph.applied()),
                Recorded.json(graph.leaves()),
                Recorded.json(graph.roots()));
    }

    private static JsonNode built(JsonNode nodes, JsonNode edges, JsonNode applied, JsonNode leaves, JsonNode roots) {
        ObjectNode built = Corpus.JSON.createObjectNode();
        built.set("nodes", nodes);
        built.set("edges", edges);
        built.set("applied", applied);
        built.set("leaf_nodes", leaves);
        built.set("root_nodes", roots);
        return built;
    }

    private JsonNode conflicts() {
        ObjectNode conflicts = Corpus.JSON.createObjectNode();
        for (Map.Entry<String, List<MigrationKey>> entry : graph.conflicts().entrySet()) {
            ArrayNode names = conflicts.putArray(entry.getKey());
            entry.getValue().forEach(key -> names.add(key.name()));
        }
        return conflicts;
    }

    /** The states themselves are compared where operations are; here it is about which migrations make them. */
    private JsonNode models(JsonNode step) {
        List<MigrationKey> nodes = step.path("nodes").isArray() ? Recorded.keys(step.path("nodes")) : graph.leaves();
        ArrayNode models = Corpus.JSON.createArrayNode();
        ProjectState state = step.path("at_end").asBoolean(true)
                ? graph.states().after(nodes)
                : graph.states().before(nodes);
        state.models().keySet().forEach(key -> models.add(key.toString()));
        return models;
    }

    private static ArrayNode modelNames(JsonNode models) {
        ArrayNode names = Corpus.JSON.createArrayNode();
        models.valueStream()
                .map(model ->
                        model.path("app").asText() + "." + model.path("name").asText())
                .sorted()
                .forEach(names::add);
        return names;
    }
}
