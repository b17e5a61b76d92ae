package io.kuaka.data;

import io.kuaka.state.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with a question mark for each of its values. */
record BoundSql(String text, List<Parameter> parameters) {
    /** A value and the type of the column that it is meant for. */
    record Parameter(ColumnType type, @Nullable Object value) {}

    BoundSql {
        parameters = List.copyOf(parameters);
    }

    static BoundSql of(String text) {
        return new BoundSql(text, List.of());
    }

    static BoundSql value(ColumnType type, @Nullable Object value) {
        return new BoundSql("?", List.of(new Parameter(type, value)));
    }

    static BoundSql join(String separator, List<BoundSql> pieces) {
        List<Parameter> all = new ArrayList<>();
        pieces.forEach(piece -> all.addAll(piece.parameters));
        return new BoundSql(
                String.join(separator, pieces.stream().map(BoundSql::text).toList()), all);
    }

    BoundSql plus(String more) {
        return new BoundSql(text + more, parameters);
    }

    BoundSql plus(BoundSql more) {
        return join("", List.of(this, more));
    }
}
