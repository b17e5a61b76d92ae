package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tracks the models and fields of the start through all proposals, to know which column holds the values of which
 * former column in the end.
 *
 * <p>It relies on what detectors tell it: a field that is removed and added again with the same name isn't the same
 * one.
 */
final class Lineage {
    private final Map<ModelKey, ModelKey> models = new HashMap<>();
    private final Map<ModelKey, Map<String, String>> fields = new HashMap<>();
    private final Map<ModelKey, List<Field>> takenOver = new HashMap<>();
    private final Map<ModelKey, ModelState> removed = new TreeMap<>();
    private final Map<ModelKey, List<Field>> removedFields = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final ProjectState start;

    Lineage(ProjectState start) {
        this.start = start;
        start.models().forEach((key, model) -> {
            models.put(key, key);
            Map<String, String> names = new HashMap<>();
            model.fields().keySet().forEach(name -> names.put(name, name));
            fields.put(key, names);
        });
    }

    /** Returns the name that a model of the start has now, or had when it was deleted. */
    ModelKey present(ModelKey former) {
        return models.getOrDefault(former, former);
    }

    /** Notes that a model and its parts have other names. */
    void modelRenamed(ModelKey before, ModelKey now) {
        models.replaceAll((former, present) -> {
            if (present.equals(before)) {
                return now;
            }
            return present.isPartOf(before)
                    ? now.sibling(
                            now.name() + present.name().substring(before.name().length()))
                    : present;
        });
    }

    /** Notes that a field has another name. */
    void fieldRenamed(ModelKey model, String before, String now) {
        names(model).replaceAll((former, name) -> name.equals(before) ? now : name);
    }

    /** Notes that a field was removed, whatever takes its name afterwards. */
    void fieldRemoved(ModelKey model, Field field) {
        names(model).values().remove(field.name());
        removedFields.computeIfAbsent(model, key -> new ArrayList<>()).add(field);
    }

    /** Returns the fields of a model that were removed, as they were last. */
    List<Field> removedFields(ModelKey present) {
        return Collections.unmodifiableList(removedFields.getOrDefault(present, List.of()));
    }

    /** Notes that a model was removed, as it was last, whatever takes its name afterwards. */
    void modelRemoved(ModelKey key, ModelState model) {
        names(key).clear();
        removed.put(key, model);
    }

    /** Returns the models that were removed, as they were last. */
    Map<ModelKey, ModelState> removedModels() {
        return Collections.unmodifiableMap(removed);
    }

    /** Returns whether no model of the start has, or last had, this name. */
    boolean isNew(ModelKey present) {
        return !models.containsValue(present);
    }

    /** Notes that a new field takes over the columns of removed fields, with their values. */
    void columnsTakenOver(ModelKey model, Field field) {
        former(model).ifPresent(key -> takenOver
                .computeIfAbsent(key, each -> new ArrayList<>())
                .add(field));
    }

    /** Returns the new fields that take over a column of a removed field. */
    List<Field> takingOver(ModelKey model, Field field) {
        return former(model).stream()
                .flatMap(key -> takenOver.getOrDefault(key, List.of()).stream())
                .filter(other -> !Collections.disjoint(other.columns(), field.columns()))
                .toList();
    }

    /** Notes the user's answer that the values of a field, or the rows of a model, can be dropped. */
    void settled(ModelKey model, List<String> columns) {
        former(model).ifPresent(key -> columns.forEach(column -> settled.add(key + "|" + column)));
    }

    /** Returns whether the user answered that the values of a column can be dropped. */
    boolean isSettled(ModelKey former, String column) {
        return settled.contains(former + "|" + column);
    }

    /** Returns whether the values of a column of the start are in the model {@code now} of the end. */
    boolean isKept(ModelKey former, String column, ModelState now) {
        return takenOver.getOrDefault(former, List.of()).stream()
                        .anyMatch(field -> field.columns().contains(column))
                || start.model(former).fields().values().stream()
                        .filter(field -> field.columns().contains(column))
                        .anyMatch(field -> {
                            Field present = now.fields()
                                    .get(fields.getOrDefault(former, Map.of()).getOrDefault(field.name(), ""));
                            return present != null && holds(field, column, present);
                        });
    }

    private static boolean holds(Field before, String column, Field now) {
        return before.columns().size() == now.columns().size()
                || now.columns().stream().anyMatch(each -> folded(each).equals(folded(column)));
    }

    /** Returns the current names of a model's fields by their names at the start; empty for a new model. */
    private Map<String, String> names(ModelKey present) {
        return former(present).map(fields::get).orElseGet(HashMap::new);
    }

    /** Returns the fields of a model as they were at the start, by their current or last names. */
    Map<String, Field> formerFields(ModelKey present) {
        Map<String, Field> byName = new LinkedHashMap<>();
        Map<String, String> names = names(present);
        former(present).ifPresent(key -> start.model(key)
                .fields()
                .forEach((name, field) -> byName.put(names.getOrDefault(name, name), field)));
        return byName;
    }

    /** Returns the name that a model had at the start; none for a new one. */
    Optional<ModelKey> former(ModelKey present) {
        return models.entrySet().stream()
                .filter(entry -> entry.getValue().equals(present))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns whether two models are kept in tables of the same name. */
    static boolean isSameTable(ModelState before, ModelState now) {
        return folded(before.schema() + "." + before.table()).equals(folded(now.schema() + "." + now.table()));
    }

    /** Names are compared without case, as some databases do: if in doubt, two names are the same. */
    static String folded(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }
}
