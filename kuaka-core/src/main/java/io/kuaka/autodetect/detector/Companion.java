package io.kuaka.autodetect.detector;

import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.TypeFamily;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field without which Hibernate can't read the values of another one: it tells which entity an {@code @Any} refers to, or the
 * offset of a time with {@code @TimeZoneStorage(COLUMN)}. Both are told by the names that Hibernate gives them.
 *
 * @param field the field itself
 * @param values the field whose values it goes with
 */
record Companion(Field field, Field values) {
    private static final String KIND = ".type";
    private static final String OFFSET = ".zoneOffset";
    private static final List<String> TIMES = List.of(".instant", ".utcTime");

    /** Returns all companions among the fields of a model. */
    static Stream<Companion> among(Collection<Field> fields) {
        return fields.stream().flatMap(field -> of(field, fields).stream());
    }

    /** Returns a field with the one that it goes with; empty if it stands for itself. */
    static Optional<Companion> of(Field field, Collection<Field> fields) {
        String name = field.name();
        if (name.endsWith(KIND)) {
            return named(without(name, KIND), fields)
                    .filter(values -> !values.isReference())
                    .map(values -> new Companion(field, values));
        }
        boolean isOffset =
                name.endsWith(OFFSET) && field.type() instanceof ColumnType type && type.family() == TypeFamily.INTEGER;
        return (isOffset ? TIMES : List.<String>of())
                .stream()
                        .flatMap(time -> named(without(name, OFFSET) + time, fields).stream())
                        .map(values -> new Companion(field, values))
                        .findFirst();
    }

    private static String without(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }

    private static Optional<Field> named(String name, Collection<Field> fields) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
