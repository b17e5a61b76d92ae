package io.kuaka.schema.jdbc;

import io.kuaka.schema.conversion.UnsuitableValueException;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a database takes and gives the values of columns through JDBC: in the form in which Hibernate keeps them there.
 *
 * <p>Values are those of Java's own classes: numbers, {@code String}, {@code UUID}, {@code java.time}, {@code byte[]},
 * and {@code List} for arrays. Enumerations are their constants' names. What is said here is JDBC 4.2 for a database that
 * has all the types; a dialect overrides what is different.
 */
public class JdbcValues {
    private static final int NANOSECOND_DIGITS = 9;

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(Byte.class, Kind.TINYINT),
            Map.entry(Short.class, Kind.SMALLINT),
            Map.entry(Integer.class, Kind.INTEGER),
            Map.entry(Long.class, Kind.BIGINT),
            Map.entry(Float.class, Kind.REAL),
            Map.entry(Double.class, Kind.DOUBLE),
            Map.entry(BigDecimal.class, Kind.DECIMAL),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(LocalTime.class, Kind.TIME),
            Map.entry(OffsetTime.class, Kind.TIME_TZ),
            Map.entry(LocalDateTime.class, Kind.TIMESTAMP),
            Map.entry(OffsetDateTime.class, Kind.TIMESTAMP_UTC),
            Map.entry(Instant.class, Kind.TIMESTAMP_UTC),
            Map.entry(Duration.class, Kind.DURATION),
            Map.entry(UUID.class, Kind.UUID),
            Map.entry(byte[].class, Kind.VARBINARY));

    /** Returns the type of column that holds {@code value}, where no column says so; text for all that is unknown. */
    public static ColumnType typeOf(Object value) {
        return ColumnType.of(KINDS.getOrDefault(value.getClass(), Kind.VARCHAR));
    }

    /**
     * Sets a parameter of a statement.
     *
     * @throws UnsuitableValueException when the column can't take the value
     */
    public final void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            bindValue(statement, index, type, value);
        }
    }

    /** Returns the value of a result's column, in the Java class that belongs to its type. */
    public final @Nullable Object read(ResultSet result, int index, ColumnType type) throws SQLException {
        Object value = readValue(result, index, type);
        return result.wasNull() ? null : value;
    }

    /** Sets a parameter to a value that isn't null. */
    protected void bindValue(PreparedStatement statement, int index, ColumnType type, Object value)
            throws SQLException {
        switch (type.kind()) {
            case BOOLEAN -> statement.setBoolean(index, JavaValues.convert(value, Boolean.class));
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> bindNumber(statement, index, value);
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, ENUM, NATIVE_ENUM, JSON, XML ->
                statement.setString(index, JavaValues.convert(value, String.class));
            case BINARY, VARBINARY, BLOB, INET -> statement.setBytes(index, JavaValues.convert(value, byte[].class));
            case DATE -> statement.setObject(index, JavaValues.convert(value, LocalDate.class));
            case TIME -> statement.setObject(index, JavaValues.convert(value, LocalTime.class));
            case TIME_TZ -> statement.setObject(index, JavaValues.convert(value, OffsetTime.class));
            case TIME_UTC ->
                statement.setObject(
                        index, JavaValues.convert(value, OffsetTime.class).withOffsetSameInstant(ZoneOffset.UTC));
            case TIMESTAMP -> statement.setObject(index, JavaValues.convert(value, LocalDateTime.class));
            case TIMESTAMP_TZ -> statement.setObject(index, JavaValues.convert(value, OffsetDateTime.class));
            case TIMESTAMP_UTC ->
                statement.setObject(
                        index, JavaValues.convert(value, Instant.class).atOffset(ZoneOffset.UTC));
            case DURATION -> statement.setBigDecimal(index, nanoseconds(JavaValues.convert(value, Duration.class)));
            case UUID -> statement.setObject(index, JavaValues.convert(value, UUID.class));
            case ORDINAL_ENUM -> statement.setInt(index, ordinal(type, value));
            case ARRAY -> bindArray(statement, index, type, elements(value));
            case SQL -> statement.setObject(index, value);
        }
    }

    /** Returns a value that isn't null; what it returns for null doesn't matter. */
    protected @Nullable Object readValue(ResultSet result, int index, ColumnType type) throws SQLException {
        return switch (type.kind()) {
            case BOOLEAN -> result.getBoolean(index);
            case TINYINT -> result.getByte(index);
            case SMALLINT -> result.getShort(index);
            case INTEGER -> result.getInt(index);
            case BIGINT -> result.getLong(index);
            case REAL -> result.getFloat(index);
            case DOUBLE -> result.getDouble(index);
            case DECIMAL -> result.getBigDecimal(index);
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, ENUM, NATIVE_ENUM, JSON, XML ->
                result.getString(index);
            case BINARY, VARBINARY, BLOB, INET -> result.getBytes(index);
            case DATE -> result.getObject(index, LocalDate.class);
            case TIME -> result.getObject(index, LocalTime.class);
            case TIME_TZ, TIME_UTC -> result.getObject(index, OffsetTime.class);
            case TIMESTAMP -> result.getObject(index, LocalDateTime.class);
            case TIMESTAMP_TZ -> result.getObject(index, OffsetDateTime.class);
            case TIMESTAMP_UTC -> instant(result.getObject(index, OffsetDateTime.class));
            case DURATION -> duration(result.getBigDecimal(index));
            case UUID -> result.getObject(index, UUID.class);
            case ORDINAL_ENUM -> constant(type, result.getInt(index));
            case ARRAY -> list(result.getArray(index), type.requireElement());
            case SQL -> result.getObject(index);
        };
    }

    /** Sets a parameter to an array. */
    protected void bindArray(PreparedStatement statement, int index, ColumnType type, List<?> elements)
            throws SQLException {
        statement.setObject(index, elements.toArray());
    }

    /** Returns the number of nanoseconds, which is how Hibernate keeps durations. */
    protected static BigDecimal nanoseconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds())
                .movePointRight(NANOSECOND_DIGITS)
                .add(BigDecimal.valueOf(value.getNano()));
    }

    /** Drivers of databases without bytes, or without large integers, don't know those classes. */
    private static void bindNumber(PreparedStatement statement, int index, Object value) throws SQLException {
        Object number = value instanceof Number ? value : JavaValues.convert(value, BigDecimal.class);
        switch (KINDS.getOrDefault(number.getClass(), Kind.DECIMAL)) {
            case TINYINT, SMALLINT -> statement.setShort(index, JavaValues.convert(number, Short.class));
            case INTEGER -> statement.setInt(index, JavaValues.convert(number, Integer.class));
            case BIGINT -> statement.setLong(index, JavaValues.convert(number, Long.class));
            case REAL -> statement.setFloat(index, JavaValues.convert(number, Float.class));
            case DOUBLE -> statement.setDouble(index, JavaValues.convert(number, Double.class));
            default -> statement.setBigDecimal(index, JavaValues.convert(number, BigDecimal.class));
        }
    }

    private static int ordinal(ColumnType type, Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        int ordinal = type.values().indexOf(JavaValues.convert(value, String.class));
        if (ordinal < 0) {
            throw new UnsuitableValueException(value, type.values());
        }
        return ordinal;
    }

    private static Object constant(ColumnType type, int ordinal) {
        List<String> values = type.values();
        return ordinal >= 0 && ordinal < values.size() ? values.get(ordinal) : ordinal;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    /** Returns the duration of a number of nanoseconds. */
    protected static @Nullable Duration duration(@Nullable BigDecimal nanoseconds) {
        if (nanoseconds == null) {
            return null;
        }
        BigDecimal[] parts = nanoseconds
                .setScale(0, RoundingMode.HALF_UP)
                .divideAndRemainder(BigDecimal.ONE.movePointRight(NANOSECOND_DIGITS));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static List<?> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return List.copyOf(collection);
        }
        return Arrays.asList(JavaValues.convert(value, Object[].class));
    }

    private static @Nullable List<@Nullable Object> list(@Nullable Array array, ColumnType element)
            throws SQLException {
        if (array == null) {
            return null;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object each : (Object[]) array.getArray()) {
            elements.add(modern(each, element));
        }
        return elements;
    }

    /** Drivers fill arrays with the date classes of old. */
    private static @Nullable Object modern(@Nullable Object value, ColumnType type) {
        if (value instanceof Timestamp timestamp) {
            return type.kind() == Kind.TIMESTAMP ? timestamp.toLocalDateTime() : timestamp.toInstant();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        return value instanceof Time time ? time.toLocalTime() : value;
    }
}
