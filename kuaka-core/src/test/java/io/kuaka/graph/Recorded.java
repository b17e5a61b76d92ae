package io.kuaka.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.base.MigrationException;
import io.kuaka.conformance.Corpus;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RenameModel;
import io.kuaka.state.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads and writes what recorded graphs and plans are made of. */
public final class Recorded {
    /** Kuaka's exceptions under the names that Django's have. */
    private static final Map<Class<?>, String> ERRORS = Map.of(
            UnknownMigrationException.class, "NodeNotFoundError",
            MissingDependencyException.class, "NodeNotFoundError",
            CyclicDependencyException.class, "CircularDependencyError",
            CyclicReplacementException.class, "CommandError",
            AmbiguousNameException.class, "AmbiguityError",
            InconsistentHistoryException.class, "InconsistentMigrationHistory");

    private Recorded() {}

    public static MigrationKey key(JsonNode pair) {
        return new MigrationKey(pair.path(0).asText(), pair.path(1).asText());
    }

    public static List<MigrationKey> keys(JsonNode pairs) {
        return pairs.valueStream()
                .filter(pair -> !pair.path(0).asText().equals("__setting__"))
                .map(Recorded::key)
                .toList();
    }

    public static Set<MigrationKey> keySet(JsonNode pairs) {
        return new HashSet<>(keys(pairs));
    }

    public static Set<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** Returns the apps whose first migration may be named though they have none. */
    public static Set<String> appsWithoutMigrations(JsonNode json) {
        Set<String> apps = texts(json.path("unmigrated_apps"));
        if (json.path("ignore_no_migrations").asBoolean()) {
            apps.addAll(texts(json.path("migrated_apps")));
            json.path("disk").forEach(each -> apps.remove(each.path("app").asText()));
        }
        return apps;
    }

    /** Returns the migrations that the case has on disk; of their operations, those that make and unmake models. */
    public static List<MigrationNode> migrations(JsonNode disk) {
        return disk.valueStream()
                .map(each -> new MigrationNode(
                        new MigrationKey(
                                each.path("app").asText(), each.path("name").asText()),
                        keys(each.path("dependencies")),
                        keys(each.path("run_before")),
                        keys(each.path("replaces")),
                        each.has("initial") ? Optional.of(each.get("initial").asBoolean()) : Optional.empty(),
                        each.path("atomic").asBoolean(true),
                        () -> operations(each.path("operations"))))
                .toList();
    }

    /** Returns migrations with the names and dependencies of a recorded graph. */
    public static List<MigrationNode> migrationsOf(JsonNode graph) {
        Map<MigrationKey, List<MigrationKey>> parents = new TreeMap<>();
        keys(graph.path("nodes")).forEach(key -> parents.put(key, new ArrayList<>()));
        graph.path("edges").forEach(edge -> parents.computeIfAbsent(key(edge.path(0)), any -> new ArrayList<>())
                .add(key(edge.path(1))));
        return parents.entrySet().stream()
                .map(entry -> MigrationNode.of(entry.getKey(), entry.getValue(), List.of()))
                .toList();
    }

    private static List<Operation> operations(JsonNode operations) {
        List<Operation> models = new ArrayList<>();
        for (JsonNode each : operations) {
            switch (each.path("op").asText()) {
                case "CreateModel" ->
                    models.add(new CreateModel(Fields.model(each.path("name").asText())));
                case "DeleteModel" ->
                    models.add(new DeleteModel(each.path("name").asText()));
                case "RenameModel" ->
                    models.add(new RenameModel(
                            each.path("old_name").asText(),
                            each.path("new_name").asText()));
                default -> {}
            }
        }
        return models;
    }

    public static ArrayNode json(MigrationKey key) {
        return Corpus.JSON.createArrayNode().add(key.app()).add(key.name());
    }

    public static ArrayNode json(Collection<MigrationKey> keys) {
        ArrayNode array = Corpus.JSON.createArrayNode();
        keys.forEach(key -> array.add(json(key)));
        return array;
    }

    /** Returns the edges as pairs of child and parent, in the order of their names. */
    static ArrayNode edges(Dependencies dependencies) {
        Map<MigrationKey, Set<MigrationKey>> parents = new TreeMap<>();
        for (MigrationKey key : dependencies.keys()) {
            parents.computeIfAbsent(key, any -> new TreeSet<>()).addAll(dependencies.parents(key));
            dependencies.children(key).forEach(child -> parents.computeIfAbsent(child, any -> new TreeSet<>())
                    .add(key));
        }
        ArrayNode edges = Corpus.JSON.createArrayNode();
        parents.forEach((child, all) -> all.forEach(parent ->
                edges.add(Corpus.JSON.createArrayNode().add(json(child)).add(json(parent)))));
        return edges;
    }

    /** Returns what {@code question} finds, or the name of its error. */
    public static JsonNode answer(Supplier<JsonNode> question) {
        try {
            return question.get();
        } catch (MigrationException e) {
            return error(ERRORS.getOrDefault(e.getClass(), e.getClass().getSimpleName()));
        }
    }

    /** Returns the recorded result or error of a step. */
    public static JsonNode outcome(JsonNode step) {
        return step.has("error")
                ? error(step.path("error").path("type").asText())
                : step.path("result").deepCopy();
    }

    private static ObjectNode error(String type) {
        return Corpus.JSON.createObjectNode().put("error", type.equals("KeyError") ? "NodeNotFoundError" : type);
    }
}
