package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RunJava;
import io.kuaka.source.Imports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings migrations over; one of which nothing is left goes, and who depended on it depends on what it depended on. */
final class DjangoMigrations {
    private final DjangoFields fields;
    private final Tracked tracked;
    private final String userModel;
    private final Map<MigrationKey, Set<MigrationKey>> needless = new HashMap<>();

    DjangoMigrations(JsonNode state, String userModel) {
        this.fields = new DjangoFields(userModel);
        this.tracked = Tracked.of(state);
        this.userModel = userModel;
    }

    /** Returns the migrations of each app, in an order in which what is known of the models is right. */
    SortedMap<String, List<MigrationNode>> all(JsonNode apps) {
        Map<MigrationKey, JsonNode> open = new TreeMap<>();
        apps.properties().forEach(entry -> entry.getValue()
                .forEach(migration -> open.put(
                        new MigrationKey(entry.getKey(), migration.path("name").asText()), migration)));
        SortedMap<String, List<MigrationNode>> all = new TreeMap<>();
        apps.properties().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .forEach(entry -> all.put(entry.getKey(), new ArrayList<>()));
        Map<MigrationKey, Set<MigrationKey>> gone = new HashMap<>();
        while (!open.isEmpty()) {
            MigrationKey next = open.keySet().stream()
                    .filter(key -> dependencies(open.get(key)).stream().noneMatch(open::containsKey))
                    .findFirst()
                    .orElseThrow();
            JsonNode json = open.remove(next);
            MigrationNode node = node(next, json, gone);
            boolean wasEmpty = json.path("operations").isEmpty();
            if (node.operations().get().isEmpty() && !wasEmpty) {
                gone.put(next, new LinkedHashSet<>(node.dependencies()));
            } else {
                all.get(next.app()).add(node);
            }
        }
        all.values().removeIf(List::isEmpty);
        return all;
    }

    /** Returns dependencies that Django writes down for whatever the model refers to, but that nothing needs. */
    Set<MigrationKey> needless(MigrationKey key) {
        return needless.getOrDefault(key, Set.of());
    }

    private MigrationNode node(MigrationKey key, JsonNode json, Map<MigrationKey, Set<MigrationKey>> gone) {
        Set<MigrationKey> dependencies = new TreeSet<>();
        dependencies(json).forEach(each -> dependencies.addAll(gone.getOrDefault(each, Set.of(each))));
        List<Operation> operations = new DjangoOperations(key.app(), fields, tracked).all(json.path("operations"));
        Set<String> apps = new HashSet<>();
        json.path("operations").forEach(operation -> {
            String name = operation.path("op").asText();
            if (name.matches("Add(Index|Constraint)|Alter(Constraint|UniqueTogether)|(Alter|Remove|Add)Field")) {
                String model = operation
                        .path("model_name")
                        .asText(operation.path("name").asText());
                apps.addAll(tracked.referredApps(key.app(), model, userModel));
            }
        });
        Set<MigrationKey> loose = new HashSet<>(dependencies);
        loose.removeIf(each -> !apps.contains(each.app()) || !isLoose(json));
        needless.put(key, loose);
        boolean isInitial = json.path("initial").asBoolean();
        return new MigrationNode(
                key,
                List.copyOf(dependencies),
                List.of(),
                List.of(),
                isInitial ? Optional.of(true) : Optional.empty(),
                true,
                () -> operations);
    }

    private static boolean isLoose(JsonNode json) {
        return json.path("operations")
                .valueStream()
                .map(operation -> operation.path("op").asText())
                .anyMatch(name -> name.matches("Add(Index|Constraint)|Alter(Constraint|UniqueTogether)"));
    }

    private List<MigrationKey> dependencies(JsonNode migration) {
        return migration
                .path("dependencies")
                .valueStream()
                .map(each ->
                        new MigrationKey(each.path(0).asText(), each.path(1).asText()))
                .toList();
    }

    /** Returns migrations in words. */
    static JsonNode words(SortedMap<String, List<MigrationNode>> apps) {
        ObjectNode words = Corpus.JSON.createObjectNode();
        apps.forEach((app, nodes) -> {
            ArrayNode list = words.putArray(app);
            nodes.forEach(node -> list.add(words(node)));
        });
        return words;
    }

    private static ObjectNode words(MigrationNode node) {
        ObjectNode words = Corpus.JSON.createObjectNode();
        words.put("name", node.key().name());
        ArrayNode dependencies = words.putArray("dependencies");
        new TreeSet<>(node.dependencies()).forEach(each -> dependencies.add(each.toString()));
        words.set("operations", words(node.operations().get()));
        return words;
    }

    static ArrayNode words(List<Operation> operations) {
        ArrayNode words = Corpus.JSON.createArrayNode();
        operations.forEach(operation -> words.add(words(operation)));
        return words;
    }

    private static String words(Operation operation) {
        return operation instanceof RunJava
                ? operation.describe()
                : operation.toSource().render(new Imports(), 0, 0).replaceAll("\\s+", " ");
    }
}
