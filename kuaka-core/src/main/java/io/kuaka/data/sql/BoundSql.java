package io.kuaka.data.sql;

import io.kuaka.state.ColumnType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with a question mark for each of its values. */
public record BoundSql(String text, List<Parameter> parameters) {
    /** A value and the type of its column. */
    public record Parameter(ColumnType type, @Nullable Object value) {}

    public BoundSql {
        parameters = List.copyOf(parameters);
    }

    /** Returns SQL without values. */
    public static BoundSql of(String text) {
        return new BoundSql(text, List.of());
    }

    /** Returns SQL that contains {@code pieces}, in this order. */
    public static BoundSql of(String text, Collection<BoundSql> pieces) {
        return new BoundSql(
                text,
                pieces.stream().flatMap(piece -> piece.parameters.stream()).toList());
    }

    /** Returns the SQL of one value. */
    public static BoundSql value(ColumnType type, @Nullable Object value) {
        return new BoundSql("?", List.of(new Parameter(type, value)));
    }

    /** Returns the texts of pieces, in the same order. */
    public static List<String> texts(Collection<BoundSql> pieces) {
        return pieces.stream().map(BoundSql::text).toList();
    }
}
