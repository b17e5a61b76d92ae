package io.kuaka.hibernate.column;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.FieldType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the SQL of {@code @ColumnDefault}: as a portable value where it is a plain one, and as SQL otherwise. */
public final class DefaultValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Set<String> NOW =
            Set.of("current_timestamp", "current_timestamp()", "now()", "localtimestamp", "localtimestamp()");

    private DefaultValues() {}

    /** Returns the default, or null where the SQL says that there is none. */
    public static @Nullable Expression parse(String sql, FieldType type) {
        String text = sql.strip();
        if (text.equalsIgnoreCase("null")) {
            return null;
        }
        return type instanceof ColumnType columnType
                ? literal(text, columnType.kind()).orElse(Expression.sql(text))
                : Expression.sql(text);
    }

    private static Optional<Expression> literal(String text, ColumnType.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> bool(text);
            case TINYINT, SMALLINT, INTEGER, ORDINAL_ENUM ->
                number(text).map(number -> Expression.value(number.intValue()));
            case BIGINT, DURATION -> number(text).map(Expression::value);
            case REAL -> fraction(text).map(number -> Expression.value(number.floatValue()));
            case DOUBLE -> fraction(text).map(number -> Expression.value(number.doubleValue()));
            case DECIMAL -> fraction(text).map(Expression::value);
            case CHAR, VARCHAR, TEXT, NVARCHAR, NTEXT, ENUM, NATIVE_ENUM -> text(text);
            case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC ->
                NOW.contains(text.toLowerCase(Locale.ROOT)) ? Optional.of(Expression.now()) : Optional.empty();
            case CLOB,
                    NCLOB,
                    BINARY,
                    VARBINARY,
                    BLOB,
                    DATE,
                    TIME,
                    TIME_TZ,
                    TIME_UTC,
                    UUID,
                    JSON,
                    XML,
                    INET,
                    ARRAY,
                    SQL -> Optional.empty();
        };
    }

    private static Optional<Expression> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "b'1'" -> Optional.of(Expression.value(true));
            case "false", "0", "b'0'" -> Optional.of(Expression.value(false));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> fraction(String text) {
        return FRACTION.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Expression> text(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(Expression.value(matcher.group(1).replace("''", "'")))
                : Optional.empty();
    }
}
