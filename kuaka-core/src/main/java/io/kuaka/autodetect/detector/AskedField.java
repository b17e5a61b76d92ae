package io.kuaka.autodetect.detector;

import io.kuaka.expression.Expression;
import io.kuaka.expression.RawSql;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field as it is asked about when rows get a value for it: a reference has the type of its values, and what no two rows may
 * share is unique, whatever makes it so.
 */
record AskedField(Detection detection, ModelKey key, Field field) {
    /** A check such as {@code place>=0}. */
    private static final Pattern LEAST = Pattern.compile("(\\S+?) *>= *([0-9]{1,9})");

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
     * Returns numbers from the base of the list for the rows that have the rest of the key in common, in the order of their other values, for a
     * collection whose order is new; or for those that refer to the same row, for a list that is kept by a reference; or from 1
     * for all rows, which become entities with generated ids.
     */
    Optional<Expression> numbers() {
        boolean isNumber = field.type() instanceof ColumnType type && type.family() == TypeFamily.INTEGER;
        if (isNumber && isGeneratedKey()) {
            return Optional.of(numbering(List.of()).plus(1));
        }
        isNumber &= !field.isIdentity();
        boolean isOrder = key.isPart()
                && field.isPrimaryKey()
                && isNumber
                && others().findAny().isPresent()
                && !isMoreThanUnique();
        if (isOrder) {
            return Optional.of(fromBase(numbering(others().toList())));
        }
        return isNumber && isListIndex() ? list().map(owner -> numbering(List.of(owner))) : Optional.empty();
    }

    /** Row numbers count from 0. */
    private Expression fromBase(Expression numbers) {
        int base = base().orElse(0);
        return base == 0 ? numbers : numbers.plus(base);
    }

    /** Returns whether Hibernate gives new rows of an entity their number, which is the whole key. */
    private boolean isGeneratedKey() {
        return !key.isPart()
                && field.isPrimaryKey()
                && others().findAny().isEmpty()
                && detection.to().idGenerator(key, field).isPresent();
    }

    /** Hibernate lets the numbers of a list begin at 0, and they may be missing where a row is in no list. */
    private boolean isListIndex() {
        return !key.isPart() && field.isNullable() && base().equals(Optional.of(0));
    }

    /** Returns the first number of a list, at which a check of Hibernate's (from 7.3 on) lets its numbers begin. */
    private Optional<Integer> base() {
        return detection.to().model(key).constraints().values().stream()
                .flatMap(constraint ->
                        constraint instanceof CheckConstraint check && check.condition() instanceof RawSql raw
                                ? Stream.of(LEAST.matcher(raw.sql()))
                                : Stream.empty())
                .filter(Matcher::matches)
                .filter(least -> field.columns().stream()
                        .anyMatch(column -> Lineage.folded(column).equals(Lineage.folded(unquoted(least.group(1))))))
                .map(least -> Integer.valueOf(least.group(2)))
                .findFirst();
    }

    private static String unquoted(String identifier) {
        return identifier.replace("\"", "");
    }

    /** Returns the reference to the owner of a list, whose rows there are already; empty if it isn't clear which one it is. */
    private Optional<Field> list() {
        Map<String, Field> former = detection.lineage().formerFields(key);
        List<Field> references = detection.from().model(key).fields().values().stream()
                .filter(other -> other.isReference() && former.containsKey(other.name()))
                .toList();
        List<Field> unnamed = references.stream()
                .filter(other -> other.columns().equals(List.of(other.name())))
                .toList();
        List<Field> likeliest = unnamed.isEmpty() ? references : unnamed;
        return likeliest.size() == 1 ? Optional.of(likeliest.get(0)) : Optional.empty();
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
