package io.kuaka.data;

import io.kuaka.state.ColumnType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with a question mark for each of its values. */
record BoundSql(String text, List<Parameter> parameters) {
    /** A value and the type of its column. */
    record Parameter(ColumnType type, @Nullable Object value) {}

    BoundSql {
        parameters = List.copyOf(parameters);
    }

    static BoundSql of(String text) {
        return new BoundSql(text, List.of());
    }

    /** Returns SQL that contains {@code pieces}, in this order. */
    static BoundSql of(String text, Collection<BoundSql> pieces) {
        return new BoundSql(
                text,
                pieces.stream().flatMap(piece -> piece.parameters.stream()).toList());
    }

    static BoundSql value(ColumnType type, @Nullable Object value) {
        return new BoundSql("?", List.of(new Parameter(type, value)));
    }

    static List<String> texts(Collection<BoundSql> pieces) {
        return pieces.stream().map(BoundSql::text).toList();
    }
}
