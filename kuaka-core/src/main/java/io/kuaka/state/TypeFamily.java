package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What column types hold, whatever their size and spelling: types of one family hold the same kind of values.
 *
 * <p>A new kind of type joins a family if it can; a new family is for values that are converted in their own way.
 */
public enum TypeFamily {
    BOOLEAN("booleans", Expression.value(false)),
    /** Whole numbers; a duration is one, of nanoseconds. */
    INTEGER("whole numbers", Expression.value(0)),
    /** Exact numbers with digits after the point. */
    DECIMAL("numbers", Expression.value(BigDecimal.ZERO)),
    FLOATING("numbers", Expression.value(0)),
    TEXT("texts", Expression.value("")),
    BYTES("bytes", null),
    UUID("UUIDs", Expression.value(new UUID(0, 0))),
    DATE("dates", Expression.now()),
    /** Times of day, without a date. */
    TIME("times", Expression.now()),
    /** Dates and times without a zone. */
    TIMESTAMP("timestamps", Expression.now()),
    /** Moments in time. */
    INSTANT("timestamps", Expression.now()),
    JSON("documents", Expression.value("null")),
    XML("documents", null),
    /** Enumerations stored by name. */
    NAMED_ENUM("of its new type", null),
    /** Enumerations stored by position. */
    ORDINAL_ENUM("of its new type", Expression.value(0)),
    /** Network addresses, which not every database supports. */
    NETWORK("of its new type", null),
    ARRAY("of its new type", null),
    /** Types whose values only the database knows. */
    OTHER("of its new type", null);

    private final String plural;
    /** An expression is immutable, as all values are; Error Prone does not know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable Expression neutralValue;

    TypeFamily(String plural, @Nullable Expression neutralValue) {
        this.plural = plural;
        this.neutralValue = neutralValue;
    }

    /** Returns what its values are called, for the end of a sentence such as "values that aren't …". */
    public String plural() {
        return plural;
    }

    /** Returns whether its values are numbers. */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == FLOATING;
    }

    /** Returns whether its values are enumeration constants. */
    public boolean isEnumeration() {
        return this == NAMED_ENUM || this == ORDINAL_ENUM;
    }

    /** Returns whether its values are times to fractions of a second. */
    public boolean hasSeconds() {
        return this == TIME || this == TIMESTAMP || this == INSTANT;
    }

    /** Returns whether only the database knows what its values can become. */
    public boolean isOpen() {
        return this == NETWORK || this == ARRAY || this == OTHER;
    }

    /** Returns whether values of the other family are of the same nature: numbers and numbers, times and times. */
    public boolean resembles(TypeFamily other) {
        return nature() == other.nature();
    }

    /** Returns one family that stands for all that resemble it. */
    private TypeFamily nature() {
        return switch (this) {
            case INTEGER, DECIMAL, FLOATING, ORDINAL_ENUM -> INTEGER;
            case TEXT, NAMED_ENUM -> TEXT;
            case DATE, TIME, TIMESTAMP, INSTANT -> TIMESTAMP;
            case BOOLEAN, BYTES, UUID, JSON, XML, NETWORK, ARRAY, OTHER -> this;
        };
    }

    /** Returns the neutral value, such as zero; null if there is none. */
    @Nullable
    Expression neutralValue() {
        return neutralValue;
    }

    /** Returns what somebody typed as a value of {@code type}; empty if it isn't one. */
    Optional<Expression> typed(Literal literal, ColumnType type) {
        Object value = literal.value();
        return switch (this) {
            case BOOLEAN -> literal(literal, value instanceof Boolean);
            case INTEGER -> literal(literal, isBetween(value, smallest(type), largest(type)));
            case ORDINAL_ENUM -> position(literal, type);
            case DECIMAL, FLOATING -> literal(literal, value instanceof Number);
            case TEXT -> literal(literal, value instanceof String text && type.holdsLength(text.length()));
            case JSON, XML, NETWORK -> literal(literal, value instanceof String);
            case UUID -> parsed(value, text -> java.util.UUID.fromString(text));
            case DATE -> parsed(value, LocalDate::parse);
            case TIME -> parsed(value, LocalTime::parse);
            case TIMESTAMP -> parsed(value, LocalDateTime::parse);
            case INSTANT ->
                parsed(value, type.kind() == ColumnType.Kind.TIMESTAMP_TZ ? OffsetDateTime::parse : Instant::parse);
            case NAMED_ENUM ->
                literal(literal, value instanceof String name && type.values().contains(name));
            case BYTES, ARRAY, OTHER -> Optional.of(literal);
        };
    }

    /** Returns what to type as a value of {@code type}, as the end of a message. */
    String typingHint(ColumnType type) {
        return switch (this) {
            case BOOLEAN -> "write true or false";
            case INTEGER -> "write a whole number from " + smallest(type) + " to " + largest(type);
            case ORDINAL_ENUM -> "write " + oneOf(type) + ", or its position from 0";
            case DECIMAL, FLOATING -> "write a number";
            case TEXT ->
                "write a text in single quotes"
                        + (type.length() == ColumnType.UNSET ? "" : ", of at most " + type.length() + " characters");
            case JSON, XML, NETWORK -> "write a text in single quotes";
            case UUID -> "write a UUID in single quotes";
            case DATE -> "write a date such as '2025-01-31'";
            case TIME -> "write a time such as '13:45:00'";
            case TIMESTAMP -> "write a date and time such as '2025-01-31T13:45:00'";
            case INSTANT ->
                "write a timestamp such as '2025-01-31T13:45:00"
                        + (type.kind() == ColumnType.Kind.TIMESTAMP_TZ ? "+02:00" : "Z") + "', or now";
            case NAMED_ENUM -> "write " + oneOf(type);
            case BYTES, ARRAY, OTHER -> "write a value of the field's type";
        };
    }

    /** Returns whether the current date and time, or a part of it, can be a value. */
    boolean acceptsNow() {
        return this == DATE || this == TIME || this == TIMESTAMP || this == INSTANT || this == OTHER;
    }

    /** Returns a value of {@code type} as a person types it, or several to choose from. */
    String typingExample(ColumnType type) {
        return switch (this) {
            case BOOLEAN -> "true | false";
            case INTEGER, DECIMAL, FLOATING -> "0";
            case TEXT -> "'text'";
            case JSON -> "'{}'";
            case XML, NETWORK -> "'text'";
            case UUID -> "'00000000-0000-0000-0000-000000000000'";
            case DATE -> "'2025-01-31' | now";
            case TIME -> "'13:45:00' | now";
            case TIMESTAMP -> "'2025-01-31T13:45:00' | now";
            case INSTANT ->
                "'2025-01-31T13:45:00" + (type.kind() == ColumnType.Kind.TIMESTAMP_TZ ? "+02:00" : "Z") + "' | now";
            case NAMED_ENUM, ORDINAL_ENUM -> "'" + String.join("' | '", type.values()) + "'";
            case BYTES, ARRAY, OTHER -> "'text' | 42";
        };
    }

    /** Returns the position of a constant that was typed by its name, or the position that was typed. */
    private static Optional<Expression> position(Literal literal, ColumnType type) {
        int position = type.values().indexOf(literal.value());
        return position < 0
                ? literal(literal, isBetween(literal.value(), 0, largest(type)))
                : Optional.of(Expression.value(position));
    }

    private static String oneOf(ColumnType type) {
        return "one of '" + String.join("', '", type.values()) + "'";
    }

    private static long smallest(ColumnType type) {
        return -largest(type) - 1;
    }

    private static long largest(ColumnType type) {
        return type.largest().orElse(Long.MAX_VALUE);
    }

    private static Optional<Expression> literal(Literal literal, boolean isSuitable) {
        return isSuitable ? Optional.of(literal) : Optional.empty();
    }

    private static boolean isBetween(@Nullable Object value, long smallest, long largest) {
        return (value instanceof Integer || value instanceof Long)
                && value instanceof Number number
                && number.longValue() >= smallest
                && number.longValue() <= largest;
    }

    private static Optional<Expression> parsed(@Nullable Object value, Function<String, Object> parser) {
        try {
            return value instanceof String text ? Optional.of(Expression.value(parser.apply(text))) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
