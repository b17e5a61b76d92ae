package io.kuaka.schema.jdbc;

import io.kuaka.schema.conversion.UnsuitableValueException;
import io.kuaka.schema.jdbc.JdbcBinding.Getter;
import io.kuaka.schema.jdbc.JdbcBinding.Setter;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How column values are passed to and from a database through JDBC, in the form in which Hibernate stores them.
 *
 * <p>Values are those of Java's own classes: numbers, {@code String}, {@code UUID}, {@code java.time}, {@code byte[]},
 * and {@code List} for arrays. Enumerations are the names of their constants. This class follows JDBC 4.2 for a
 * database that has all the types; a dialect overrides the bindings that differ.
 */
public class JdbcValues {
    private static final int NANOSECOND_DIGITS = 9;
    private static final int UUID_BYTES = 16;

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

    /** A number is set by its own class, because not every driver takes every class. None takes bytes. */
    private static final Map<Class<?>, Setter<Number>> NUMBERS = new HashMap<>(Map.of(
            Byte.class, (statement, index, value) -> statement.setShort(index, value.shortValue()),
            Short.class, (statement, index, value) -> statement.setShort(index, value.shortValue()),
            Integer.class, (statement, index, value) -> statement.setInt(index, value.intValue()),
            Long.class, (statement, index, value) -> statement.setLong(index, value.longValue()),
            Float.class, (statement, index, value) -> statement.setFloat(index, value.floatValue()),
            Double.class, (statement, index, value) -> statement.setDouble(index, value.doubleValue())));

    private static final Getter<Integer> INT = Getter.ofPrimitive(ResultSet::getInt, 0);

    /** By {@link Kind#valueClass}; it is looked up for each value of each row. */
    private static final Map<Class<?>, JdbcBinding> BINDINGS = new HashMap<>(Map.ofEntries(
            Map.entry(
                    Boolean.class,
                    JdbcBinding.of(
                            Boolean.class,
                            PreparedStatement::setBoolean,
                            Getter.ofPrimitive(ResultSet::getBoolean, false))),
            Map.entry(Byte.class, number(Getter.ofPrimitive(ResultSet::getByte, (byte) 0))),
            Map.entry(Short.class, number(Getter.ofPrimitive(ResultSet::getShort, (short) 0))),
            Map.entry(Integer.class, number(INT)),
            Map.entry(Long.class, number(Getter.ofPrimitive(ResultSet::getLong, 0L))),
            Map.entry(Float.class, number(Getter.ofPrimitive(ResultSet::getFloat, 0f))),
            Map.entry(Double.class, number(Getter.ofPrimitive(ResultSet::getDouble, 0.0))),
            Map.entry(BigDecimal.class, number(ResultSet::getBigDecimal)),
            Map.entry(Duration.class, duration()),
            Map.entry(String.class, JdbcBinding.of(String.class, PreparedStatement::setString, ResultSet::getString)),
            Map.entry(byte[].class, JdbcBinding.of(byte[].class, PreparedStatement::setBytes, ResultSet::getBytes)),
            Map.entry(LocalDate.class, JdbcBinding.ofObject(LocalDate.class)),
            Map.entry(LocalTime.class, JdbcBinding.ofObject(LocalTime.class)),
            Map.entry(OffsetTime.class, JdbcBinding.ofObject(OffsetTime.class)),
            Map.entry(LocalDateTime.class, JdbcBinding.ofObject(LocalDateTime.class)),
            Map.entry(OffsetDateTime.class, JdbcBinding.ofObject(OffsetDateTime.class)),
            Map.entry(Instant.class, instant()),
            Map.entry(UUID.class, JdbcBinding.ofObject(UUID.class)),
            Map.entry(Object.class, JdbcBinding.untyped())));

    private static final JdbcBinding UTC_TIME = JdbcBinding.of(
            OffsetTime.class,
            (statement, index, value) -> statement.setObject(index, value.withOffsetSameInstant(ZoneOffset.UTC)),
            (result, index) -> result.getObject(index, OffsetTime.class));

    /** Returns the column type for {@code value}, if no column tells; text for everything unknown. */
    public static ColumnType typeOf(Object value) {
        return ColumnType.of(KINDS.getOrDefault(value.getClass(), Kind.VARCHAR));
    }

    /**
     * Sets a parameter of a statement.
     *
     * @throws UnsuitableValueException if the column can't take the value
     */
    public final void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        binding(type).bind(statement, index, value);
    }

    /** Returns the value of a result's column, in the Java class for its type. */
    public final @Nullable Object read(ResultSet result, int index, ColumnType type) throws SQLException {
        return binding(type).getter().get(result, index);
    }

    /** Returns how rows of values of these types are passed. */
    public final JdbcRow row(List<ColumnType> types) {
        return new JdbcRow(types.stream().map(this::binding).toList());
    }

    /** Returns how the values of a type are set and read. */
    protected JdbcBinding binding(ColumnType type) {
        return switch (type.family()) {
            case ARRAY -> array(type.requireElement());
            case ORDINAL_ENUM -> ordinal(type.values());
            case TIME -> type.kind() == Kind.TIME_UTC ? UTC_TIME : ofValueClass(type);
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID, DATE, TIMESTAMP, INSTANT -> ofValueClass(type);
            case JSON, XML, NAMED_ENUM, NETWORK, OTHER -> ofValueClass(type);
        };
    }

    private static JdbcBinding ofValueClass(ColumnType type) {
        return Objects.requireNonNull(BINDINGS.get(type.kind().valueClass()));
    }

    private static JdbcBinding number(Getter<?> getter) {
        return new JdbcBinding(JdbcValues::setNumber, getter);
    }

    private static void setNumber(PreparedStatement statement, int index, Object value) throws SQLException {
        Setter<Number> setter = NUMBERS.get(value.getClass());
        if (setter == null) {
            statement.setBigDecimal(index, JavaValues.convert(value, BigDecimal.class));
        } else {
            setter.set(statement, index, (Number) value);
        }
    }

    private static JdbcBinding duration() {
        Getter<BigDecimal> nanoseconds = ResultSet::getBigDecimal;
        return JdbcBinding.of(
                Duration.class,
                (statement, index, value) -> statement.setBigDecimal(index, nanoseconds(value)),
                nanoseconds.map(JdbcValues::duration));
    }

    /** Returns the 16 bytes of a UUID, for a database without such a type. */
    protected static byte[] packed(UUID value) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    /** Returns the UUID of 16 bytes. */
    protected static UUID unpacked(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Returns the number of nanoseconds, as Hibernate stores durations. */
    private static BigDecimal nanoseconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds())
                .movePointRight(NANOSECOND_DIGITS)
                .add(BigDecimal.valueOf(value.getNano()));
    }

    private static Duration duration(BigDecimal nanoseconds) {
        BigDecimal[] parts = nanoseconds
                .setScale(0, RoundingMode.HALF_UP)
                .divideAndRemainder(BigDecimal.ONE.movePointRight(NANOSECOND_DIGITS));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static JdbcBinding instant() {
        Getter<OffsetDateTime> moment = (result, index) -> result.getObject(index, OffsetDateTime.class);
        return JdbcBinding.of(
                Instant.class,
                (statement, index, value) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)),
                moment.map(OffsetDateTime::toInstant));
    }

    private static JdbcBinding ordinal(List<String> constants) {
        return new JdbcBinding(
                (statement, index, value) -> statement.setInt(index, ordinal(constants, value)),
                INT.map(each -> each >= 0 && each < constants.size() ? constants.get(each) : each));
    }

    private static int ordinal(List<String> constants, Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        int ordinal = constants.indexOf(JavaValues.convert(value, String.class));
        if (ordinal < 0) {
            throw new UnsuitableValueException(value, constants);
        }
        return ordinal;
    }

    private JdbcBinding array(ColumnType element) {
        return new JdbcBinding(
                (statement, index, value) -> setArray(statement, index, elements(value)),
                (result, index) -> list(result.getArray(index), element));
    }

    /** Sets a parameter to an array. */
    protected void setArray(PreparedStatement statement, int index, List<?> elements) throws SQLException {
        statement.setObject(index, elements.toArray());
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

    /** Drivers fill arrays with the old date classes. */
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
