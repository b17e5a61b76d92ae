package io.kuaka.schema.jdbc;

import io.kuaka.schema.conversion.UnsuitableValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Converts values of one Java class to equivalent values of another. */
public final class JavaValues {
    private static final Map<Class<?>, Function<Number, Object>> NUMBERS = Map.of(
            Byte.class, number -> exact(number).byteValueExact(),
            Short.class, number -> exact(number).shortValueExact(),
            Integer.class, number -> exact(number).intValueExact(),
            Long.class, number -> exact(number).longValueExact(),
            Float.class, Number::floatValue,
            Double.class, Number::doubleValue,
            BigDecimal.class, JavaValues::exact,
            BigInteger.class, number -> exact(number).toBigIntegerExact(),
            Boolean.class, number -> number.longValue() != 0);

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            LocalDateTime.class, LocalDateTime::parse,
            OffsetTime.class, OffsetTime::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            Instant.class, Instant::parse,
            Duration.class, Duration::parse);

    private static final Map<Class<?>, Function<Object, Instant>> INSTANTS = Map.of(
            Instant.class, value -> (Instant) value,
            OffsetDateTime.class, value -> ((OffsetDateTime) value).toInstant(),
            ZonedDateTime.class, value -> ((ZonedDateTime) value).toInstant(),
            Timestamp.class, value -> ((Timestamp) value).toInstant());

    private static final Map<Class<?>, Function<Instant, Object>> MOMENTS =
            Map.of(Instant.class, value -> value, OffsetDateTime.class, value -> value.atOffset(ZoneOffset.UTC));

    private JavaValues() {}

    /**
     * Returns {@code value} as a {@code type}: numbers as other numbers without loss, dates and times as other ones,
     * texts by parsing, and enumerations as their names.
     *
     * @throws UnsuitableValueException if there is no such value
     */
    public static <T> T convert(Object value, Class<T> type) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        try {
            return type.cast(converted(value, type));
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            UnsuitableValueException unsuitable = new UnsuitableValueException(value, type);
            unsuitable.initCause(e);
            throw unsuitable;
        }
    }

    private static Object converted(Object value, Class<?> type) {
        if (type == String.class && !value.getClass().isArray()) {
            return value instanceof Enum<?> constant ? constant.name() : value.toString();
        }
        Function<Number, Object> fromNumber = NUMBERS.get(type);
        if (fromNumber != null && value instanceof Number number) {
            return fromNumber.apply(number);
        }
        Function<String, Object> fromText = TEXTS.get(type);
        if (fromText != null && value instanceof String text) {
            return fromText.apply(text);
        }
        Function<Instant, Object> fromInstant = MOMENTS.get(type);
        Function<Object, Instant> toInstant = INSTANTS.get(value.getClass());
        if (fromInstant != null && toInstant != null) {
            return fromInstant.apply(toInstant.apply(value));
        }
        throw new UnsuitableValueException(value, type);
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }
}
