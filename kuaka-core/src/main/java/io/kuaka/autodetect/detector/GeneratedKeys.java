package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The fields of a state with a stated generator, by the sequence or model that holds the numbers. */
record GeneratedKeys(Map<ModelKey, Set<Place>> bySource) {
    /** A field's model and name. */
    record Place(ModelKey model, String field) {
        /** Returns this field of a state, if it exists. */
        Optional<Field> in(ProjectState state) {
            return Optional.ofNullable(state.models().get(model))
                    .map(found -> found.fields().get(field));
        }
    }

    static GeneratedKeys of(ProjectState state) {
        Map<ModelKey, Set<Place>> bySource = new TreeMap<>();
        state.models().forEach((key, model) -> model.fields().values().forEach(field -> Optional.ofNullable(
                        field.idGenerator())
                .ifPresent(generator -> bySource.computeIfAbsent(generator.source(), source -> new LinkedHashSet<>())
                        .add(new Place(key, field.name())))));
        return new GeneratedKeys(bySource);
    }

    /** Returns the fields whose numbers are kept in the sequence or model {@code source}. */
    Set<Place> usersOf(ModelKey source) {
        return bySource.getOrDefault(source, Set.of());
    }
}
