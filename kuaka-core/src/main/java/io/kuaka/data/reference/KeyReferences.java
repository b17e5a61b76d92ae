package io.kuaka.data.reference;

import io.kuaka.base.Internal;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** References that are the whole primary key of their model, as that of a joined subclass to its superclass. */
@Internal
public final class KeyReferences {
    private KeyReferences() {}

    /** Returns the references by which the rows of a model are identified: to its superclass, and by {@code @MapsId}. */
    public static List<Field> of(ModelState model) {
        Set<String> keyColumns = new HashSet<>();
        model.primaryKey().forEach(field -> keyColumns.addAll(field.columns()));
        return model.fields().values().stream()
                .filter(Field::isReference)
                .filter(field -> keyColumns.equals(Set.copyOf(field.columns())))
                .toList();
    }

    /**
     * Returns the row of {@code wanted} that a row of {@code model} is, by its columns: all of it if they are the same
     * model, its key if that of {@code model} refers to it; empty if it is no such row.
     */
    public static Optional<Map<String, @Nullable Object>> as(
            ProjectState state, ModelKey wanted, ModelKey model, Map<String, @Nullable Object> row) {
        return as(state, wanted, model, row, new HashSet<>());
    }

    private static Optional<Map<String, @Nullable Object>> as(
            ProjectState state,
            ModelKey wanted,
            ModelKey model,
            Map<String, @Nullable Object> row,
            Set<ModelKey> passed) {
        if (model.equals(wanted)) {
            return Optional.of(row);
        }
        if (!passed.add(model)) {
            return Optional.empty();
        }
        return of(state.model(model)).stream()
                .flatMap(link ->
                        as(state, wanted, link.requireReference().to(), through(state, link, row), passed).stream())
                .findFirst();
    }

    private static Map<String, @Nullable Object> through(
            ProjectState state, Field link, Map<String, @Nullable Object> row) {
        List<String> targets = link.requireReference().targetFields(state).stream()
                .flatMap(field -> field.columns().stream())
                .toList();
        Map<String, @Nullable Object> key = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            key.put(targets.get(i), row.get(link.columns().get(i)));
        }
        return key;
    }
}
