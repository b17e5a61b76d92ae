package io.kuaka.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Django's models as far as they are known, which changes with each operation; an unknown model has no fields. */
final class Tracked {
    private final Map<String, ObjectNode> models = new TreeMap<>();
    private final Set<String> indexes = new HashSet<>();

    static Tracked of(JsonNode state) {
        Tracked tracked = new Tracked();
        state.path("models").forEach(model -> tracked.put(model.path("app").asText(), model.deepCopy()));
        return tracked;
    }

    Tracked copy() {
        Tracked copy = new Tracked();
        models.forEach((key, model) -> copy.models.put(key, model.deepCopy()));
        copy.indexes.addAll(indexes);
        return copy;
    }

    void put(String app, ObjectNode model) {
        String name = model.path("name").asText();
        models.put(key(app, name), model);
        model.path("options").path("constraints").forEach(constraint -> DjangoModels.uniqueExpressions(constraint)
                .ifPresent(index -> noteIndex(app, name, index.name())));
    }

    void remove(String app, String model) {
        models.remove(key(app, model));
    }

    ObjectNode model(String app, String model) {
        return models.computeIfAbsent(key(app, model), key -> {
            ObjectNode unknown = Corpus.JSON.createObjectNode();
            unknown.put("app", app);
            unknown.put("name", model);
            unknown.putArray("fields");
            return unknown;
        });
    }

    List<ObjectNode> fields(String app, String model) {
        return model(app, model)
                .path("fields")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    Optional<ObjectNode> field(String app, String model, String name) {
        return fields(app, model).stream()
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst();
    }

    void putField(String app, String model, ObjectNode field) {
        removeField(app, model, field.path("name").asText());
        array(app, model).add(field);
    }

    void removeField(String app, String model, String name) {
        List<ObjectNode> rest = new ArrayList<>(fields(app, model));
        rest.removeIf(field -> field.path("name").asText().equals(name));
        array(app, model).removeAll().addAll(rest);
    }

    void renameField(String app, String model, String before, String now) {
        field(app, model, before).ifPresent(field -> field.put("name", now));
        ArrayNode sets = Corpus.JSON.createArrayNode();
        together(app, model).forEach(set -> {
            ArrayNode renamed = sets.addArray();
            set.forEach(name -> renamed.add(name.asText().equals(before) ? now : name.asText()));
        });
        putTogether(app, model, sets);
        for (ObjectNode other : models.values()) {
            other.path("fields").forEach(field -> {
                boolean pointsHere = field.path("to").asText().equals(key(app, model));
                if (pointsHere && field.path("to_field").asText().equals(before)) {
                    ((ObjectNode) field).put("to_field", now);
                }
            });
        }
    }

    void renameModel(String app, String before, String now) {
        ObjectNode model = model(app, before);
        models.remove(key(app, before));
        model.put("name", now);
        models.put(key(app, now), model);
        for (ObjectNode other : models.values()) {
            other.path("fields").forEach(field -> {
                for (String attribute : List.of("to", "through")) {
                    if (DjangoModels.lower(field.path(attribute).asText()).equals(key(app, before))) {
                        ((ObjectNode) field).put(attribute, key(app, now));
                    }
                }
            });
        }
    }

    JsonNode together(String app, String model) {
        return model(app, model).path("options").path("unique_together");
    }

    void putTogether(String app, String model, JsonNode sets) {
        ObjectNode node = model(app, model);
        ObjectNode options = node.has("options") ? (ObjectNode) node.get("options") : node.putObject("options");
        options.set("unique_together", sets.isArray() ? sets : Corpus.JSON.createArrayNode());
    }

    void noteIndex(String app, String model, String name) {
        indexes.add(key(app, model) + "." + name);
    }

    boolean isIndex(String app, String model, String name) {
        return indexes.contains(key(app, model) + "." + name);
    }

    /** Returns the apps of the models that a model refers to. */
    Set<String> referredApps(String app, String model, String userModel) {
        Set<String> apps = new TreeSet<>();
        StreamSupport.stream(model(app, model).path("fields").spliterator(), false)
                .forEach(field -> {
                    String to = field.has("to_setting")
                            ? userModel
                            : field.path("to").asText();
                    if (to.contains(".")) {
                        apps.add(to.substring(0, to.indexOf('.')));
                    }
                });
        return apps;
    }

    private ArrayNode array(String app, String model) {
        return (ArrayNode) model(app, model).get("fields");
    }

    private static String key(String app, String model) {
        return app + "." + DjangoModels.lower(model);
    }
}
