package io.kuaka.schema.grammar;

import io.kuaka.schema.table.TableName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells names and constants.
 *
 * <p>A plain name stays as it is, without quotes, as Hibernate writes it: the database folds its case. It is quoted if
 * the state has it in backquotes, if it is a reserved word, or if it has characters that a plain name can't have.
 */
public abstract class LiteralGrammar {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final Map<Class<?>, BiFunction<LiteralGrammar, Object, String>> LITERALS = Map.ofEntries(
            Map.entry(String.class, (grammar, value) -> grammar.text((String) value)),
            Map.entry(Boolean.class, (grammar, value) -> grammar.bool((Boolean) value)),
            Map.entry(Short.class, (grammar, value) -> value.toString()),
            Map.entry(Integer.class, (grammar, value) -> value.toString()),
            Map.entry(Long.class, (grammar, value) -> value.toString()),
            Map.entry(Float.class, (grammar, value) -> grammar.floating(value.toString())),
            Map.entry(Double.class, (grammar, value) -> grammar.floating(value.toString())),
            Map.entry(BigDecimal.class, (grammar, value) -> ((BigDecimal) value).toPlainString()),
            Map.entry(UUID.class, (grammar, value) -> grammar.uuid((UUID) value)),
            Map.entry(LocalDate.class, (grammar, value) -> grammar.date((LocalDate) value)),
            Map.entry(LocalTime.class, (grammar, value) -> grammar.time((LocalTime) value)),
            Map.entry(LocalDateTime.class, (grammar, value) -> grammar.timestamp((LocalDateTime) value)),
            Map.entry(OffsetDateTime.class, (grammar, value) -> grammar.instant(((OffsetDateTime) value).toInstant())),
            Map.entry(Instant.class, (grammar, value) -> grammar.instant((Instant) value)),
            Map.entry(Duration.class, (grammar, value) -> nanoseconds((Duration) value)),
            Map.entry(byte[].class, (grammar, value) -> grammar.bytes((byte[]) value)));

    /** Returns the words that have to be quoted as names, in lower case. */
    protected abstract Set<String> reservedWords();

    /** Returns a plain name in the case in which the database stores it. */
    protected String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns a name in quotes. */
    protected String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns the maximum length of a name; if the database has none, a length that nobody reaches. */
    protected int longestName() {
        return Short.MAX_VALUE;
    }

    /** Returns the length of a name as the database counts it. */
    protected int nameLength(String name) {
        return name.length();
    }

    /** Returns whether names may have characters beyond U+FFFF. */
    protected boolean hasSupplementaryNames() {
        return true;
    }

    /**
     * Returns a name as statements write it.
     *
     * @throws NameTooLongException if the database would refuse or truncate it
     * @throws UnstorableTextException if it has a character that SQL can't carry
     */
    public final String identifier(String name) {
        UnstorableTextException.require(name);
        if (!hasSupplementaryNames()) {
            UnstorableTextException.requireBasicPlane(name);
        }
        String plain = isBackquoted(name) ? unquoted(name) : name;
        if (nameLength(plain) > longestName()) {
            throw new NameTooLongException(plain, nameLength(plain), longestName());
        }
        if (isBackquoted(name)) {
            return quote(unquoted(name));
        }
        return isPlain(name) ? name : quote(catalogName(name));
    }

    /** Returns a name as the database stores it: two names are the same if this is the same. */
    public String catalogName(String name) {
        if (isBackquoted(name)) {
            return unquoted(name);
        }
        return hasPlainCharacters(name) ? fold(name) : name;
    }

    /** Returns a name with the case in which the database shows it, even if it ignores case. */
    public String shownName(String name) {
        return catalogName(name);
    }

    /** Returns the state's form of a name that the database stores as {@code catalogName}. */
    public final String stateName(String catalogName) {
        return catalogName(catalogName).equals(catalogName) ? catalogName : "`" + catalogName + "`";
    }

    /** Returns whether two table names are the same. */
    public boolean isSameName(TableName name, TableName other) {
        return name(name).equals(name(other))
                || (Objects.equals(name.schema(), other.schema())
                        && catalogName(name.name()).equals(catalogName(other.name())));
    }

    /** Returns the name of a table or sequence as statements write it. */
    public String name(TableName name) {
        String schema = name.schema();
        return schema == null ? identifier(name.name()) : identifier(schema) + "." + identifier(name.name());
    }

    /** Returns the name of a table or sequence as the database stores it. */
    public TableName catalogName(TableName name) {
        String schema = name.schema();
        return new TableName(schema == null ? null : catalogName(schema), catalogName(name.name()));
    }

    /** Returns names separated by commas. */
    public final String names(List<String> names) {
        return names.stream().map(this::identifier).collect(Collectors.joining(", "));
    }

    private boolean isPlain(String name) {
        return hasPlainCharacters(name) && !reservedWords().contains(name.toLowerCase(Locale.ROOT));
    }

    /** Asked for every name of every statement, where a loop takes a tenth of what a pattern takes. */
    private static boolean hasPlainCharacters(String name) {
        int character;
        for (int i = 0; i < name.length(); i += Character.charCount(character)) {
            character = name.codePointAt(i);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || character == '_'
                    || Character.isLetter(character)
                    || (i > 0 && (character == '$' || isNumber(character)));
            if (!isPlain) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isNumber(int character) {
        if (character <= '9') {
            return character >= '0';
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isBackquoted(String name) {
        return name.length() > 2 && name.startsWith("`") && name.endsWith("`");
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1);
    }

    /** Returns a constant of one of the classes that {@link io.kuaka.expression.Literal} supports. */
    public final String literal(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        BiFunction<LiteralGrammar, Object, String> spelling = LITERALS.get(value.getClass());
        if (spelling == null) {
            throw new IllegalArgumentException("No literal form for " + value.getClass());
        }
        return spelling.apply(this, value);
    }

    /**
     * Returns a text.
     *
     * @throws UnstorableTextException if it has a character that SQL can't carry
     */
    public final String text(String value) {
        return quoteText(UnstorableTextException.require(value));
    }

    /** Returns a text in quotes. */
    protected String quoteText(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    protected String bool(boolean value) {
        return Boolean.toString(value);
    }

    protected String floating(String value) {
        boolean isNumber = !value.equals("NaN") && !value.endsWith("Infinity");
        return isNumber ? value : text(value);
    }

    protected String uuid(UUID value) {
        return text(value.toString());
    }

    protected String date(LocalDate value) {
        return "date '" + value + "'";
    }

    protected String time(LocalTime value) {
        return "time '" + clock(value) + "'";
    }

    protected String timestamp(LocalDateTime value) {
        return "timestamp '" + dateAndTime(value) + "'";
    }

    /** Returns a moment in time, in UTC. */
    protected String instant(Instant value) {
        return "timestamp with time zone '" + dateAndTime(value) + "+00:00'";
    }

    protected abstract String bytes(byte[] value);

    /** Durations are numbers of nanoseconds, as Hibernate stores them. */
    private static String nanoseconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(value.getNano()))
                .toPlainString();
    }

    /** Returns the date and time of day of a value, in UTC if it is a moment in time. */
    protected static String dateAndTime(Temporal value) {
        Temporal local = value.isSupported(ChronoField.INSTANT_SECONDS)
                ? Instant.from(value).atOffset(ZoneOffset.UTC)
                : value;
        LocalDate date = local.query(TemporalQueries.localDate());
        LocalTime time = local.query(TemporalQueries.localTime());
        String day = date == null ? "" : date.toString();
        String hours = time == null ? "" : clock(time);
        return (day + " " + hours).strip();
    }

    /** Returns a time of day with as many digits as it needs. */
    protected static String clock(LocalTime value) {
        return TIME.format(value);
    }
}
