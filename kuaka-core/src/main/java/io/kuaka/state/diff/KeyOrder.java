package io.kuaka.state.diff;

import io.kuaka.state.Field;
import io.kuaka.state.InvalidModelException;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives the fields of a primary key another order. References to the whole key list their columns in its order, so that
 * they follow, and keys that have such a reference among their fields do, too.
 */
public final class KeyOrder {
    private ProjectState state;

    private KeyOrder(ProjectState state) {
        this.state = state;
    }

    /**
     * Returns a state with the fields of a primary key in another order.
     *
     * @throws InvalidModelException when the order doesn't name each field of the key once
     */
    public static ProjectState reorder(ProjectState state, ModelKey key, List<String> order) {
        ModelState model = state.model(key);
        requireSameFields(model, order);
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        int next = 0;
        for (Field field : model.primaryKey()) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < field.columns().size(); i++) {
                own.add(next++);
            }
            places.put(field.name(), own);
        }
        List<Integer> former = order.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        KeyOrder reordering = new KeyOrder(state.updateModel(key, before -> reorder(before, order)));
        reordering.permuteReferences(key, former);
        return reordering.state;
    }

    private static void requireSameFields(ModelState model, List<String> order) {
        List<String> present = model.primaryKey().stream().map(Field::name).toList();
        if (order.size() != present.size() || !new HashSet<>(order).equals(new HashSet<>(present))) {
            throw new InvalidModelException("The primary key of model \"" + model.name() + "\" has the fields "
                    + quoted(present) + ", but its new order names " + quoted(order) + ". Name each of them once.");
        }
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }

    /** The fields of the key exchange their places among each other; all others stay where they are. */
    private static ModelState reorder(ModelState model, List<String> order) {
        Iterator<String> next = order.iterator();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : model.fields().values()) {
            Field placed = field.isPrimaryKey() ? model.field(next.next()) : field;
            fields.put(placed.name(), placed);
        }
        return withFields(model, fields);
    }

    /** Raw SQL that names the columns of a reference means the same columns as before. */
    private static ModelState withFields(ModelState model, Map<String, Field> fields) {
        return model.withMembers(fields, model.indexes(), model.constraints());
    }

    /**
     * Lets references to a key follow it.
     *
     * @param former by the new place of each column of the key, its place before
     */
    private void permuteReferences(ModelKey key, List<Integer> former) {
        Set<ModelKey> referrers = new HashSet<>(state.referrers(key));
        referrers.add(key);
        for (ModelKey referrer : referrers) {
            int start = 0;
            int size = keySize(referrer);
            for (Field field : List.copyOf(state.model(referrer).fields().values())) {
                if (follows(field, key, former.size())) {
                    permute(referrer, field, former);
                    if (field.isPrimaryKey()) {
                        permuteReferences(referrer, within(start, size, former));
                    }
                }
                start += field.isPrimaryKey() ? field.columns().size() : 0;
            }
        }
    }

    private int keySize(ModelKey key) {
        return state.model(key).primaryKey().stream()
                .mapToInt(field -> field.columns().size())
                .sum();
    }

    private static boolean follows(Field field, ModelKey key, int size) {
        return field.refersTo(key)
                && field.requireReference().targets().isEmpty()
                && field.columns().size() == size;
    }

    private void permute(ModelKey key, Field field, List<Integer> former) {
        List<String> columns =
                former.stream().map(place -> field.columns().get(place)).toList();
        Map<String, Field> fields = new LinkedHashMap<>(state.model(key).fields());
        fields.put(field.name(), field.withColumns(columns));
        state = state.updateModel(key, model -> withFields(model, fields));
    }

    private static List<Integer> within(int start, int size, List<Integer> former) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean isInside = i >= start && i < start + former.size();
            places.add(isInside ? start + former.get(i - start) : i);
        }
        return places;
    }
}
