package io.kuaka.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kuaka.conformance.Corpus;
import io.kuaka.migration.MigrationKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Plays the steps of a recorded graph: adds names and edges, replaces, and answers questions in between. */
final class GraphScript {
    private final Dependencies dependencies = new Dependencies();

    /** Returns the recorded answers, one for each step, and the graph at the end. */
    static ArrayNode expected(JsonNode json) {
        ArrayNode answers = Corpus.JSON.createArrayNode();
        for (JsonNode step : json.path("steps")) {
            answers.add(Recorded.outcome(step));
        }
        ObjectNode end = answers.addObject();
        end.set("nodes", json.path("final").path("nodes"));
        end.set("edges", json.path("final").path("edges"));
        return answers;
    }

    ArrayNode play(JsonNode json) {
        ArrayNode answers = Corpus.JSON.createArrayNode();
        JsonNode initial = json.path("initial");
        Recorded.keys(initial.path("nodes")).forEach(dependencies::add);
        initial.path("edges")
                .forEach(edge -> dependencies.require(Recorded.key(edge.path(0)), Recorded.key(edge.path(1))));
        for (JsonNode step : json.path("steps")) {
            JsonNode answer = Recorded.answer(() -> play(step.path("do").asText(), step));
            answers.add(step.has("result") || step.has("error") ? answer : silence(answer));
        }
        ObjectNode end = answers.addObject();
        end.set("nodes", Recorded.json(dependencies.keys()));
        end.set("edges", Recorded.edges(dependencies));
        return answers;
    }

    /** A step that records no answer must not fail either. */
    private static JsonNode silence(JsonNode answer) {
        return answer.isNull() ? Corpus.JSON.missingNode() : answer;
    }

    private JsonNode play(String verb, JsonNode step) {
        return switch (verb) {
            case "add_node" -> done(() -> dependencies.add(Recorded.key(step.path("key"))));
            // A name that is not known needs no node of its own here.
            case "add_dummy_node" -> NullNode.getInstance();
            case "add_dependency" -> addDependency(step);
            case "remove_replaced_nodes" ->
                done(() -> dependencies.substitute(
                        Recorded.key(step.path("replacement")), Recorded.keys(step.path("replaced"))));
            case "remove_replacement_node" ->
                done(() -> dependencies.withdraw(
                        Recorded.key(step.path("replacement")), Recorded.keys(step.path("replaced"))));
            case "forwards_plan" ->
                Recorded.json(dependencies.ancestors(Recorded.key(step.path("target")), new HashSet<>()));
            case "backwards_plan" ->
                Recorded.json(dependencies.dependents(Recorded.key(step.path("target")), new HashSet<>()));
            case "iterative_dfs" -> walk(step);
            case "root_nodes" -> Recorded.json(dependencies.roots(app(step)));
            case "leaf_nodes" -> Recorded.json(dependencies.leaves(app(step)));
            case "validate_consistency" -> done(this::requireKnown);
            case "ensure_not_cyclic" -> done(this::requireNoCycle);
            default -> new TextNode("There is no step " + verb);
        };
    }

    private JsonNode addDependency(JsonNode step) {
        dependencies.require(Recorded.key(step.path("child")), Recorded.key(step.path("parent")));
        if (!step.path("skip_validation").asBoolean()) {
            requireKnown();
        }
        return NullNode.getInstance();
    }

    private JsonNode walk(JsonNode step) {
        MigrationKey start = Recorded.key(step.path("start"));
        Set<MigrationKey> seen = new HashSet<>();
        return Recorded.json(
                step.path("forwards").asBoolean(true)
                        ? dependencies.ancestors(start, seen)
                        : dependencies.dependents(start, seen));
    }

    private void requireKnown() {
        if (!dependencies.missing().isEmpty()) {
            throw new MissingDependencyException(dependencies.missing(), List.of());
        }
    }

    private void requireNoCycle() {
        Cycles.find(dependencies.keys(), dependencies::parents).ifPresent(cycle -> {
            throw new CyclicDependencyException(cycle);
        });
    }

    private static Predicate<String> app(JsonNode step) {
        String app = step.path("app").asText("");
        return app.isEmpty() || app.equals("null") ? any -> true : app::equals;
    }

    private static JsonNode done(Runnable action) {
        action.run();
        return NullNode.getInstance();
    }
}
