package io.kuaka.data;

import io.kuaka.data.reference.WrongRowException;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.expression.Assignment;
import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.Reference;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a statement writes to the columns of a model, from values or expressions for its fields. */
final class Terms {
    private Terms() {}

    /** Returns the assignments by their fields, with constants as plain values. */
    static Map<String, @Nullable Object> of(Assignment... assignments) {
        return of(List.of(assignments));
    }

    /** Returns the assignments by their fields, with constants as plain values. */
    static Map<String, @Nullable Object> of(List<Assignment> assignments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            Expression value = assignment.value();
            values.put(assignment.field(), value instanceof Literal literal ? literal.value() : value);
        }
        return values;
    }

    /** Returns the values of a new row with native ids, where they come from a sequence and not from an identity. */
    static Map<String, ?> withNativeIds(Session session, ModelShape shape, Map<String, ?> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        for (Field field : shape.model().primaryKey()) {
            IdGenerator generator = field.idGenerator();
            if (field.isNativeId() && generator != null && !has(shape, values, field.columns())) {
                Sequence sequence = session.state().sequence(generator.source());
                if (session.dialect().grammar().has(sequence)) {
                    all.put(field.name(), session.nextValue(sequence));
                }
            }
        }
        return all;
    }

    /** Returns whether there is a value for some of these columns and for no others, by any of their names. */
    static boolean has(ModelShape shape, Map<String, ?> values, Collection<String> columns) {
        return values.keySet().stream()
                .map(shape::ownColumns)
                .anyMatch(each -> each.stream().map(Column::name).allMatch(columns::contains));
    }

    /** Returns the SQL for each column that gets a value. */
    static Map<Column, BoundSql> bind(Session session, ModelShape shape, Map<String, ?> values) {
        Map<Column, BoundSql> terms = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (value instanceof Expression expression) {
                Column column = shape.ownColumn(field);
                terms.put(column, session.bind(shape, expression, field));
            }
        });
        plain(shape, values).forEach((column, value) -> terms.put(column, BoundSql.value(column.type(), value)));
        return terms;
    }

    /** Returns the values of columns that are known without asking the database. */
    static Map<Column, @Nullable Object> plain(ModelShape shape, Map<String, ?> values) {
        Map<Column, @Nullable Object> known = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (!(value instanceof Expression)) {
                List<Column> columns = written(shape, field, value);
                List<@Nullable Object> each = columnValues(shape, field, columns, value);
                for (int i = 0; i < columns.size(); i++) {
                    known.put(columns.get(i), each.get(i));
                }
            }
        });
        return known;
    }

    /**
     * Returns the columns to which the value of a field is written. A reference of several columns is cleared by those
     * that are its own: another attribute, such as the tenant, keeps the column that they share. A plain attribute that
     * could be null as well, such as the id beside the reference, keeps a column only if the reference has others.
     */
    static List<Column> written(ModelShape shape, String field, @Nullable Object value) {
        List<Column> columns = shape.ownColumns(field);
        if (value != null || columns.size() == 1) {
            return columns;
        }
        List<Field> others = shape.model().fields().values().stream()
                .filter(other -> !other.name().equals(field))
                .toList();
        List<Column> own = without(columns, others);
        if (!own.isEmpty()) {
            return own;
        }
        List<Column> clearable = without(
                columns,
                others.stream().filter(other -> needs(shape, other, columns)).toList());
        if (clearable.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" of \"" + shape.key()
                    + "\" can't be set to null: other attributes need each of its columns "
                    + columns.stream().map(Column::name).toList() + ". Set one of those attributes to null instead.");
        }
        return clearable;
    }

    private static List<Column> without(List<Column> columns, List<Field> others) {
        return columns.stream()
                .filter(column ->
                        others.stream().noneMatch(other -> other.columns().contains(column.name())))
                .toList();
    }

    /** Returns whether another attribute would lose more than the reference that has these columns. */
    private static boolean needs(ModelShape shape, Field other, List<Column> columns) {
        boolean isSameReference =
                other.columns().equals(columns.stream().map(Column::name).toList());
        return !isSameReference
                && (other.isReference()
                        || !other.isNullable()
                        || shape.model().primaryKey().contains(other));
    }

    /** The values of a path's columns for {@code value}; a row supplies those that a reference needs. */
    static List<@Nullable Object> columnValues(
            ModelShape shape, String path, List<Column> columns, @Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        if (value instanceof Row row) {
            values.addAll(key(shape, path, row));
        } else if (columns.size() > 1 && value instanceof List<?> list) {
            values.addAll(list);
        } else if (columns.size() == 1 || value == null) {
            columns.forEach(column -> values.add(value));
        }
        if (values.size() != columns.size()) {
            throw SeveralColumnsException.inValue(
                    shape.key(), path, columns.stream().map(Column::name).toList());
        }
        return values;
    }

    /** The values of the columns that a reference has if it refers to a row. */
    private static List<Object> key(ModelShape shape, String path, Row row) {
        Reference reference = shape.reference(path);
        if (reference == null) {
            throw WrongRowException.ofField(shape.key(), path, row.model());
        }
        Map<String, @Nullable Object> columns = row.as(reference.to())
                .orElseThrow(() -> WrongRowException.ofReference(shape.key(), path, reference.to(), row.model()));
        List<Object> values = new ArrayList<>();
        for (String target : shape.targetColumns(reference)) {
            Object value = columns.get(target);
            if (value == null) {
                boolean isOfKey = TableMapping.of(shape.state(), reference.to())
                        .primaryKey()
                        .contains(target);
                throw isOfKey
                        ? MissingKeyException.ofRow(row.model())
                        : WrongRowException.ofTarget(shape.key(), path, reference.to(), target, row.model());
            }
            values.add(value);
        }
        return values;
    }
}
