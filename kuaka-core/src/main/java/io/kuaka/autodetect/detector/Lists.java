package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.fact.ListPosition;
import java.util.List;
import java.util.Map;

/** Knows the fields that hold positions in lists, as the models are now. */
public final class Lists {
    private final Map<String, List<ListPosition>> positions;

    /**
     * Knows these positions.
     *
     * @param positions the lists that a field holds positions in, by the field as in {@code catalog.Book.authors.index}
     */
    public Lists(Map<String, List<ListPosition>> positions) {
        this.positions = Map.copyOf(positions);
    }

    /** Returns the lists that a field holds positions in; none if it is no position. */
    List<ListPosition> of(ModelKey model, Field field) {
        return positions.getOrDefault(model + "." + field.name(), List.of());
    }
}
