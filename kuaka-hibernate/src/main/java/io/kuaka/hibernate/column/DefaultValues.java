package io.kuaka.hibernate.column;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.FieldType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the SQL of {@code @ColumnDefault}: as a portable value if it is a constant, otherwise as SQL. */
public final class DefaultValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern FRACTION = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Set<String> NOW =
            Set.of("current_timestamp", "current_timestamp()", "now()", "localtimestamp", "localtimestamp()");

    private DefaultValues() {}

    /** Returns the default; null if the SQL means none. */
    public static @Nullable Expression parse(String sql, FieldType type) {
        String text = sql.strip();
        if (text.equalsIgnoreCase("null")) {
            return null;
        }
        return type instanceof ColumnType columnType
                ? literal(text, columnType).orElse(Expression.sql(text))
                : Expression.sql(text);
    }

    private static Optional<Expression> literal(String text, ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN -> bool(text);
            case INTEGER, ORDINAL_ENUM -> number(text).map(number -> whole(number, type));
            case DECIMAL -> fraction(text).map(Expression::value);
            case FLOATING -> fraction(text).map(number -> floating(number, type));
            case TEXT -> type.kind().isLocator() ? Optional.empty() : text(text);
            case NAMED_ENUM -> text(text);
            case TIMESTAMP, INSTANT ->
                NOW.contains(text.toLowerCase(Locale.ROOT)) ? Optional.of(Expression.now()) : Optional.empty();
            case BYTES, UUID, DATE, TIME, JSON, XML, NETWORK, ARRAY, OTHER -> Optional.empty();
        };
    }

    private static Expression whole(long number, ColumnType type) {
        boolean isSmall = type.largest().orElse(Long.MAX_VALUE) <= Integer.MAX_VALUE;
        return isSmall ? Expression.value((int) number) : Expression.value(number);
    }

    private static Expression floating(BigDecimal number, ColumnType type) {
        return type.kind() == Kind.REAL
                ? Expression.value(number.floatValue())
                : Expression.value(number.doubleValue());
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
