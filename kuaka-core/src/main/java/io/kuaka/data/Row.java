package io.kuaka.data;

import io.kuaka.data.reference.KeyReferences;
import io.kuaka.data.sql.BoundSql;
import io.kuaka.data.tenant.Tenancy;
import io.kuaka.expression.Referent;
import io.kuaka.schema.jdbc.JavaValues;
import io.kuaka.schema.table.Column;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a model as it was read, with the changes made since.
 *
 * <p>Values have the Java class for the field's type; enumerations are the names of their constants, and a reference is
 * the key that it refers to, a {@code List} if that has several columns. Not thread-safe.
 */
public final class Row implements Referent {
    private final Session session;
    private final ModelShape shape;
    private final Map<String, @Nullable Object> values;
    private final Set<String> changed = new LinkedHashSet<>();
    private Map<String, @Nullable Object> storedKey;

    /** Makes the row with these values, which are its own from now on. */
    Row(Session session, ModelShape shape, Map<String, @Nullable Object> values) {
        this.session = session;
        this.shape = shape;
        this.values = values;
        this.storedKey = currentKey();
    }

    /** Returns the value of a field, or null; a reference of several columns is null if one of them is, as for foreign keys. */
    public @Nullable Object get(String field) {
        List<Column> columns = shape.ownColumns(field);
        if (columns.size() == 1) {
            return column(columns.get(0).name());
        }
        List<@Nullable Object> each = new ArrayList<>();
        columns.forEach(column -> each.add(column(column.name())));
        return each.stream().anyMatch(Objects::isNull) ? null : each;
    }

    /**
     * Returns the value of a field as a {@code type}, or null.
     *
     * @throws io.kuaka.schema.conversion.UnsuitableValueException if it can't be converted
     */
    public <T> @Nullable T get(String field, Class<T> type) {
        Object value = get(field);
        return value == null ? null : JavaValues.convert(value, type);
    }

    /** Returns the value of a field as a text, or null. */
    public @Nullable String getString(String field) {
        return get(field, String.class);
    }

    /** Returns the value of a field as an integer, or null. */
    public @Nullable Integer getInteger(String field) {
        return get(field, Integer.class);
    }

    /** Returns the value of a field as a long integer, or null. */
    public @Nullable Long getLong(String field) {
        return get(field, Long.class);
    }

    /** Returns the value of a field as a decimal number, or null. */
    public @Nullable BigDecimal getDecimal(String field) {
        return get(field, BigDecimal.class);
    }

    /** Returns the value of a field as a boolean, or null. */
    public @Nullable Boolean getBoolean(String field) {
        return get(field, Boolean.class);
    }

    /** Returns the value of a field as a date, or null. */
    public @Nullable LocalDate getDate(String field) {
        return get(field, LocalDate.class);
    }

    /** Returns the value of a field as a moment in time, or null. */
    public @Nullable Instant getInstant(String field) {
        return get(field, Instant.class);
    }

    /** Returns the value of the primary key; a {@code List} if that has several columns. */
    public @Nullable Object key() {
        List<@Nullable Object> each = new ArrayList<>(currentKey().values());
        return each.size() == 1 ? each.get(0) : each;
    }

    /** Sets a field for {@link #save} to write; for a reference, the value can also be the row to refer to. */
    public Row set(String field, @Nullable Object value) {
        TenantRules.requireChange(session, shape, Collections.singletonMap(field, value));
        List<Column> columns = Terms.written(shape, field, value);
        List<@Nullable Object> each = shape.columnValues(field, columns, value);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).name();
            values.put(column, each.get(i));
            changed.add(column);
        }
        return this;
    }

    /**
     * Writes the given fields; without any, those that were set since the row was read.
     *
     * <p>Within a {@code RunJava}, saves of the same fields are sent together, before any other statement, before
     * {@link Models#connection} and at the end. What the database has against one of them is reported then.
     *
     * @throws UnexpectedRowsException if the row no longer exists
     */
    public void save(String... fields) {
        BoundSql sql = fields.length == 0 ? updateSql(changed) : updateSql(columnsOf(Arrays.asList(fields)));
        if (sql.parameters().size() > shape.primaryKey().size()) {
            session.save(sql, shape.key());
        }
        wasSaved(fields.length == 0 ? List.copyOf(changed) : columnsOf(Arrays.asList(fields)));
    }

    /** Deletes the row, as {@link Query#delete} does; does nothing if it no longer exists. */
    public void delete() {
        stored().delete();
    }

    /** Reads the row again, and discards what was set and not saved. */
    public void refresh() {
        Row fresh = stored().get();
        values.putAll(fresh.values);
        wasSaved(List.copyOf(changed));
    }

    Collection<String> columnsOf(List<String> fields) {
        Set<String> columns = new LinkedHashSet<>();
        fields.forEach(field -> shape.ownColumns(field).forEach(column -> columns.add(column.name())));
        return columns;
    }

    /** The text is the same for all rows of a query, so it is made only once. */
    BoundSql updateSql(Collection<String> columns) {
        requireStored();
        ModelShape.Update update = shape.update(columns, written -> stored().updateText(written));
        List<BoundSql.Parameter> parameters = new ArrayList<>();
        update.columns()
                .forEach(column -> parameters.add(new BoundSql.Parameter(column.type(), column(column.name()))));
        shape.primaryKey()
                .forEach(column -> parameters.add(new BoundSql.Parameter(column.type(), storedKey.get(column.name()))));
        return new BoundSql(update.text(), parameters);
    }

    /** The columns that were set and not saved. */
    Set<String> changed() {
        return Set.copyOf(changed);
    }

    void wasSaved(Collection<String> columns) {
        columns.forEach(changed::remove);
        storedKey = currentKey();
    }

    @Nullable
    Object column(String name) {
        return values.get(name);
    }

    /** The value of a column that others refer to. */
    Object requireColumn(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw MissingKeyException.ofRow(shape.key());
        }
        return value;
    }

    ModelKey model() {
        return shape.key();
    }

    /** The columns of the row of {@code other} that this row is, too, as that of a joined subclass is. */
    Optional<Map<String, @Nullable Object>> as(ModelKey other) {
        return KeyReferences.as(session.state(), other, shape.key(), values);
    }

    /** The tenant as one of whose rows it was read, if it was. */
    @Nullable
    Tenancy tenancy() {
        return shape.tenancy();
    }

    /** The value of fields that others refer to; a {@code List} if they have several columns. */
    Object values(List<Field> fields) {
        List<Object> each = fields.stream()
                .flatMap(field -> field.columns().stream())
                .map(this::requireColumn)
                .toList();
        return each.size() == 1 ? each.get(0) : each;
    }

    Map<String, @Nullable Object> storedKey() {
        return storedKey;
    }

    private Map<String, @Nullable Object> currentKey() {
        List<Column> columns = shape.primaryKey();
        if (columns.size() == 1) {
            String column = columns.get(0).name();
            return Collections.singletonMap(column, values.get(column));
        }
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        columns.forEach(column -> key.put(column.name(), values.get(column.name())));
        return key;
    }

    /** The row in the database, by the key with which it was read. */
    Query stored() {
        requireStored();
        return new Query(session, shape).withKey(storedKey);
    }

    private void requireStored() {
        if (storedKey.isEmpty()) {
            throw MissingKeyException.ofModel(shape.key());
        }
        if (storedKey.containsValue(null)) {
            throw MissingKeyException.ofRow(shape.key());
        }
    }

    @Override
    public String toString() {
        return shape.key() + " " + values;
    }
}
