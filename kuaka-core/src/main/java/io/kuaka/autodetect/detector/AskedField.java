package io.kuaka.autodetect.detector;

import io.kuaka.expression.CaseWhen;
import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import io.kuaka.state.fact.ListPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
     * Returns numbers from the base of the list for the rows of each owner, in the order of their other values; or from 1
     * for all rows, which become entities with generated ids.
     */
    Optional<Expression> numbers() {
        boolean isNumber = field.type() instanceof ColumnType type && type.family() == TypeFamily.INTEGER;
        if (isNumber && isGeneratedKey()) {
            return Optional.of(numbering(List.of()).plus(1));
        }
        return positions(lists());
    }

    /** A row in no list gets no number. One that may be in any of several is in one of them, as it has one position. */
    private Optional<Expression> positions(List<ListPosition> lists) {
        if (lists.size() < 2) {
            return lists.stream().map(this::position).findFirst();
        }
        CaseWhen cases = Expression.when(isIn(lists.get(0)), position(lists.get(0)));
        for (ListPosition other : lists.subList(1, lists.size())) {
            cases = cases.when(isIn(other), position(other));
        }
        return Optional.of(cases);
    }

    /** Row numbers count from 0. */
    private Expression position(ListPosition list) {
        ModelState rows = detection.from().model(key);
        Expression numbers = numbering(list.owner().stream().map(rows::field).toList());
        return list.base() == 0 ? numbers : numbers.plus(list.base());
    }

    private static Condition isIn(ListPosition list) {
        return Expression.field(list.owner().get(0)).isNotNull();
    }

    /** Returns whether Hibernate gives new rows of an entity their number, which is the whole key. */
    private boolean isGeneratedKey() {
        return !key.isPart()
                && field.isPrimaryKey()
                && others().findAny().isEmpty()
                && detection.to().idGenerator(key, field).isPresent();
    }

    /** Returns the lists with owners that are there already. A new owner is null in all rows, or asked about itself. */
    private List<ListPosition> lists() {
        Set<String> former = detection.lineage().formerFields(key).keySet();
        return detection.lists().of(key, field).stream()
                .filter(list -> !list.owner().isEmpty() && former.containsAll(list.owner()))
                .toList();
    }

    /** What tells rows apart so far, and in whose order they are, may be removed afterwards. */
    private Expression numbering(List<Field> group) {
        ModelState rows = detection.from().model(key);
        List<String> owner = columns(group);
        List<Field> all = Stream.concat(removed(), rows.fields().values().stream())
                .sorted(Comparator.comparing(Field::isPrimaryKey).reversed())
                .toList();
        List<Field> former = all.stream().filter(Field::isPrimaryKey).toList();
        boolean isToldApartByKey = !key.isPart() && !former.isEmpty();
        List<String> rest = new ArrayList<>(columns(isToldApartByKey ? former : all));
        rest.removeAll(owner);
        return Expression.rowNumber(rows.table(), owner, rest).schema(rows.schema());
    }

    /** Returns the removed fields that are still there when the field gets its values. */
    private Stream<Field> removed() {
        List<String> freed = Prerequisites.leaving(detection, key, field);
        return detection.lineage().removedFields(key).stream()
                .filter(other -> !other.name().equals(field.name()) && !freed.contains(other.name()));
    }

    private static List<String> columns(Collection<Field> fields) {
        return fields.stream()
                .filter(field -> field.generated() == null)
                .flatMap(field -> field.columns().stream())
                .distinct()
                .toList();
    }
}
