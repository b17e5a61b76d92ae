package io.kuaka.entity;

import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which models become entities, and what their classes are called.
 *
 * @param classNames the simple names of the classes
 * @param links the tables that only join two others, each with the model that has the collection
 * @param words how the database calls a type
 */
record Entities(
        ProjectState state,
        EntityOptions options,
        Map<ModelKey, String> classNames,
        Map<ModelKey, LinkTable> links,
        Function<ColumnType, String> words) {
    static Entities of(ProjectState state, EntityOptions options, Function<ColumnType, String> words) {
        Map<ModelKey, LinkTable> links = new TreeMap<>();
        state.models().forEach((key, model) -> LinkTable.of(state, key).ifPresent(link -> links.put(key, link)));
        Map<ModelKey, String> names = new LinkedHashMap<>();
        state.models().forEach((key, model) -> {
            if (!links.containsKey(key)) {
                names.put(key, JavaNames.ofClass(withoutPrefix(model.table(), options.prefix()), names.values()));
            }
        });
        return new Entities(state, options, names, links, words);
    }

    private static String withoutPrefix(String name, String prefix) {
        String table = name.replace("`", "");
        boolean hasPrefix =
                table.length() > prefix.length() && table.regionMatches(true, 0, prefix, 0, prefix.length());
        return hasPrefix ? table.substring(prefix.length()) : table;
    }

    /** Returns the same with a key over all columns of a model, which has none. */
    Entities withKeyOfAll(ModelKey key) {
        ProjectState keyed = state;
        for (Field field : state.model(key).fields().values()) {
            keyed = keyed.updateModel(key, model -> model.withAlteredField(field.withPrimaryKey(true)));
        }
        return new Entities(keyed, options, classNames, links, words);
    }

    ModelState model(ModelKey key) {
        return state.model(key);
    }

    String className(ModelKey key) {
        return Objects.requireNonNull(classNames.get(key));
    }

    /** Returns the names that mean an entity in all files. */
    Set<String> names() {
        return Set.copyOf(classNames.values());
    }

    /** Returns whether others can refer to the entity of a model: it has a key. */
    boolean isReferable(ModelKey key) {
        return classNames.containsKey(key) && !model(key).primaryKey().isEmpty();
    }

    /** Returns the join tables whose collection a model has. */
    List<ModelKey> linksOf(ModelKey owner) {
        List<ModelKey> owned = new ArrayList<>();
        links.forEach((key, link) -> {
            if (link.owner().equals(owner)) {
                owned.add(key);
            }
        });
        return owned;
    }

    /** Returns the columns of a model that others refer to instead of its key. */
    Set<List<String>> columnsReferredTo(ModelKey key) {
        Set<List<String>> columns = new LinkedHashSet<>();
        for (ModelState other : state.models().values()) {
            other.fields().values().stream()
                    .filter(field -> field.refersTo(key)
                            && !field.requireReference().targets().isEmpty())
                    .map(field -> field.requireReference().targetFields(state).stream()
                            .flatMap(target -> target.columns().stream())
                            .toList())
                    .forEach(columns::add);
        }
        return columns;
    }

    /** Returns the type of a field's one column. */
    ColumnType columnType(Field field) {
        return field.type().columnTypes(state).get(0);
    }
}
