package io.kuaka.autodetect.detector;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field as it is asked about when rows get a value for it: a reference has the type of its values, and what no two rows may
 * share is unique, whatever makes it so.
 */
record AskedField(Detection detection, ModelKey key, Field field) {
    /** Returns the field for the question about rows that have null in it. */
    Field altered() {
        List<ColumnType> types = field.isReference() ? field.type().columnTypes(detection.to()) : List.of();
        return types.size() == 1 ? field.withType(types.get(0)) : field;
    }

    /** Returns the field for the question about rows that it is new to. */
    Field added() {
        boolean isKey = field.isPrimaryKey() && !isMoreThanUnique();
        return isKey || hasConstraint() ? altered().unique() : altered();
    }

    private boolean hasConstraint() {
        return detection.to().model(key).constraints().values().stream()
                .anyMatch(constraint -> constraint instanceof UniqueConstraint unique
                        && unique.condition() == null
                        && unique.fieldNames().equals(List.of(field.name())));
    }

    /** Returns whether the other fields of the key tell rows apart already, as the whole key does that rows had so far. */
    private boolean isMoreThanUnique() {
        Set<String> others = others().map(Field::name).collect(Collectors.toSet());
        List<String> former = detection.lineage().formerFields(key).entrySet().stream()
                .filter(entry -> entry.getValue().isPrimaryKey())
                .map(Map.Entry::getKey)
                .toList();
        return !former.isEmpty() && others.containsAll(former);
    }

    private Stream<Field> others() {
        return detection.to().model(key).primaryKey().stream()
                .filter(other -> !other.name().equals(field.name()));
    }

    /**
     * Returns numbers from 0 for the rows that have the rest of the key in common, in the order of their other values, for a
     * collection whose order is new.
     */
    Optional<Expression> numbers() {
        boolean isOrder = key.isPart()
                && field.isPrimaryKey()
                && field.type() instanceof ColumnType type
                && type.family() == TypeFamily.INTEGER
                && others().findAny().isPresent()
                && !isMoreThanUnique();
        return isOrder ? Optional.of(numbering()) : Optional.empty();
    }

    private Expression numbering() {
        ModelState rows = detection.from().model(key);
        List<String> owner = columns(others().toList());
        List<String> rest = new ArrayList<>(columns(rows.fields().values()));
        rest.removeAll(owner);
        return Expression.rowNumber(rows.table(), owner, rest).schema(rows.schema());
    }

    private static List<String> columns(Collection<Field> fields) {
        return fields.stream()
                .filter(field -> field.generated() == null)
                .flatMap(field -> field.columns().stream())
                .distinct()
                .toList();
    }
}
