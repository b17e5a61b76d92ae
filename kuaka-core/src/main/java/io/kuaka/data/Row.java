package io.kuaka.data;

import io.kuaka.data.reference.KeyReferences;
import io.kuaka.data.sql.RowSql;
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
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final List<@Nullable Object> values;
    private final BitSet changed = new BitSet();
    private final List<@Nullable Object> storedKey;

    /** Makes the row with these values of the table's columns, which are its own from now on. */
    Row(Session session, ModelShape shape, List<@Nullable Object> values) {
        this.session = session;
        this.shape = shape;
        this.values = values;
        this.storedKey = currentKey();
    }

    /** Makes the row of which the values of these columns are known. */
    static Row of(Session session, ModelShape shape, Map<String, @Nullable Object> known) {
        List<@Nullable Object> values = new ArrayList<>();
        shape.columns().forEach(column -> values.add(known.get(column.name())));
        return new Row(session, shape, values);
    }

    /** Returns the value of a field, or null; a reference of several columns is null if one of them is, as for foreign keys. */
    public @Nullable Object get(String field) {
        List<Column> columns = shape.ownColumns(field);
        if (columns.size() == 1) {
            return value(columns.get(0));
        }
        List<@Nullable Object> each = new ArrayList<>();
        columns.forEach(column -> each.add(value(column)));
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
        List<@Nullable Object> each = currentKey();
        return each.size() == 1 ? each.get(0) : each;
    }

    /** Sets a field for {@link #save} to write; for a reference, the value can also be the row to refer to. */
    public Row set(String field, @Nullable Object value) {
        TenantRules.requireChange(session, shape, Collections.singletonMap(field, value));
        List<Column> columns = Terms.written(shape, field, value);
        List<@Nullable Object> each = Terms.columnValues(shape, field, columns, value);
        for (int i = 0; i < columns.size(); i++) {
            int position = shape.position(columns.get(i));
            values.set(position, each.get(i));
            changed.set(position);
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
        requireStored();
        BitSet columns = fields.length == 0 ? changed() : columnsOf(Arrays.asList(fields));
        if (!columns.isEmpty()) {
            session.save(updateSql(columns), parameters(columns), shape.key());
        }
        wasSaved(columns);
    }

    /** Deletes the row, as {@link Query#delete} does; does nothing if it no longer exists. */
    public void delete() {
        stored().delete();
    }

    /** Reads the row again, and discards what was set and not saved. */
    public void refresh() {
        Row fresh = stored().get();
        Collections.copy(values, fresh.values);
        Collections.copy(storedKey, fresh.storedKey);
        changed.clear();
    }

    /** The places of the columns of these fields. */
    BitSet columnsOf(List<String> fields) {
        BitSet places = new BitSet();
        fields.forEach(field -> shape.ownColumns(field).forEach(column -> places.set(shape.position(column))));
        return places;
    }

    /** The text is the same for all rows of a query, so it is made only once. */
    RowSql updateSql(BitSet columns) {
        return shape.update(columns, written -> stored().updateText(written));
    }

    /** What the update of these columns takes: their values, and the key under which the row is stored. */
    List<@Nullable Object> parameters(BitSet columns) {
        requireStored();
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int place = columns.nextSetBit(0); place >= 0; place = columns.nextSetBit(place + 1)) {
            parameters.add(values.get(place));
        }
        parameters.addAll(storedKey);
        return parameters;
    }

    /** The places of the columns that were set and not saved. */
    BitSet changed() {
        return (BitSet) changed.clone();
    }

    void wasSaved(BitSet columns) {
        changed.andNot(columns);
        for (int i = 0; i < storedKey.size(); i++) {
            int place = shape.keyPosition(i);
            if (columns.get(place)) {
                storedKey.set(i, values.get(place));
            }
        }
    }

    private @Nullable Object value(Column column) {
        return values.get(shape.position(column));
    }

    /** The value of a column that others refer to. */
    Object requireColumn(String name) {
        Object value = byColumn().get(name);
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
        return KeyReferences.as(session.state(), other, shape.key(), byColumn());
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

    /** The key with which the row was read or last saved. */
    List<@Nullable Object> storedKey() {
        return storedKey;
    }

    private List<@Nullable Object> currentKey() {
        @Nullable Object[] key = new Object[shape.primaryKey().size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = values.get(shape.keyPosition(i));
        }
        return Arrays.asList(key);
    }

    private Map<String, @Nullable Object> byColumn() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        shape.columns().forEach(column -> map.put(column.name(), value(column)));
        return map;
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
        if (storedKey.contains(null)) {
            throw MissingKeyException.ofRow(shape.key());
        }
    }

    @Override
    public String toString() {
        return shape.key() + " " + byColumn();
    }
}
