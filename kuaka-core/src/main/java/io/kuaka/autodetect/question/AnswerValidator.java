package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.state.ColumnType;
import io.kuaka.state.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes sure that a value that somebody typed suits the field that it is for, before a database has to refuse it. */
final class AnswerValidator {
    private final String line;

    private AnswerValidator(String line) {
        this.line = line;
    }

    /**
     * Returns the value as the field's type wants it: a text that writes a date becomes the date.
     *
     * @throws UnreadableAnswerException when it doesn't suit; what the database computes isn't looked at
     */
    static Expression fit(String question, String answer, Expression value, FieldType type) {
        return value instanceof Literal literal && type instanceof ColumnType columnType
                ? new AnswerValidator(question + " = " + answer).fit(literal, columnType)
                : value;
    }

    private Expression fit(Literal literal, ColumnType type) {
        Object value = literal.value();
        return switch (type.kind()) {
            case BOOLEAN -> require(literal, value instanceof Boolean, "write true or false");
            case TINYINT -> whole(literal, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> whole(literal, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> whole(literal, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT, DURATION -> whole(literal, Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL, DOUBLE, DECIMAL -> require(literal, value instanceof Number, "write a number");
            case CHAR, VARCHAR, NVARCHAR -> text(literal, type.length());
            case TEXT, CLOB, NTEXT, NCLOB, JSON, XML, INET -> text(literal, ColumnType.UNSET);
            case DATE -> parsed(value, LocalDate::parse, "write a date as in '2025-01-31'");
            case TIME, TIME_TZ, TIME_UTC -> parsed(value, LocalTime::parse, "write a time as in '13:45:00'");
            case TIMESTAMP -> parsed(value, LocalDateTime::parse, "write a date and time as in '2025-01-31T13:45:00'");
            case TIMESTAMP_TZ ->
                parsed(value, OffsetDateTime::parse, "write a moment as in '2025-01-31T13:45:00+02:00', or now");
            case TIMESTAMP_UTC -> parsed(value, Instant::parse, "write a moment as in '2025-01-31T13:45:00Z', or now");
            case UUID -> parsed(value, UUID::fromString, "write a UUID in single quotes");
            case ENUM, NATIVE_ENUM ->
                require(
                        literal,
                        value instanceof String name && type.values().contains(name),
                        "write one of '" + String.join("', '", type.values()) + "'");
            case ORDINAL_ENUM -> whole(literal, 0, Math.max(0, type.values().size() - 1));
            case BINARY, VARBINARY, BLOB, ARRAY, SQL -> literal;
        };
    }

    private Expression text(Literal literal, int length) {
        require(literal, literal.value() instanceof String, "write a text in single quotes");
        boolean fits =
                length == ColumnType.UNSET || String.valueOf(literal.value()).length() <= length;
        return require(literal, fits, "the field holds " + length + " characters at most");
    }

    private Expression whole(Literal literal, long least, long greatest) {
        Object value = literal.value();
        boolean isWhole = value instanceof Integer || value instanceof Long;
        boolean fits = isWhole
                && new BigDecimal(String.valueOf(value)).longValue() >= least
                && new BigDecimal(String.valueOf(value)).longValue() <= greatest;
        return require(literal, fits, "write a whole number from " + least + " to " + greatest);
    }

    private Expression parsed(@Nullable Object value, Function<String, Object> parser, String wayOut) {
        if (value instanceof String text) {
            try {
                return Expression.value(parser.apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new UnreadableAnswerException(line, wayOut);
            }
        }
        throw new UnreadableAnswerException(line, wayOut);
    }

    private Expression require(Literal literal, boolean fits, String wayOut) {
        if (!fits) {
            throw new UnreadableAnswerException(line, wayOut);
        }
        return literal;
    }
}
