package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The logical type of a column, the same on every database; a dialect spells it.
 *
 * @param kind the kind of type
 * @param length the greatest length in characters or bytes, the precision in digits, or the fractional digits of a
 *      second; {@link #UNSET} for the database's default
 * @param scale the digits after the decimal point; {@link #UNSET} if it has no meaning
 * @param values the names of an enumeration's values, in order
 * @param element the type of an array's elements
 * @param name the name of a native enumeration type, or the text of {@link Kind#SQL}
 */
public record ColumnType(
        Kind kind,
        int length,
        int scale,
        List<String> values,
        @Nullable ColumnType element,
        @Nullable String name) implements FieldType {

    /** Stands for a length or scale that isn't given. */
    public static final int UNSET = -1;

    /** Stands for a bound that isn't known. */
    private static final long UNBOUNDED = 0;

    /** What a decimal without precision and scale has, as in Hibernate. */
    private static final int DEFAULT_PRECISION = 38;

    private static final int DEFAULT_SCALE = 2;

    /** The fractional digits of a second in a date and time that doesn't state them, as in Hibernate. */
    private static final int DEFAULT_SECOND_DIGITS = 6;

    private static final int DATE_LENGTH = 10;
    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTES = 16;

    /**
     * The kinds of column types, and the facts about each that are true on every database. The grammar of a dialect,
     * which spells them, lists them all in one switch; everything else asks for a fact or for the {@link TypeFamily}.
     */
    public enum Kind {
        BOOLEAN("bool", TypeFamily.BOOLEAN, Boolean.class),
        TINYINT("tinyint", TypeFamily.INTEGER, Byte.class, Byte.MAX_VALUE),
        SMALLINT("smallint", TypeFamily.INTEGER, Short.class, Short.MAX_VALUE),
        INTEGER("integer", TypeFamily.INTEGER, Integer.class, Integer.MAX_VALUE),
        BIGINT("bigint", TypeFamily.INTEGER, Long.class, Long.MAX_VALUE),
        REAL("real", TypeFamily.FLOATING, Float.class, 1L << 24),
        DOUBLE("doublePrecision", TypeFamily.FLOATING, Double.class, 1L << 53),
        DECIMAL("decimal", TypeFamily.DECIMAL, BigDecimal.class),
        CHAR("character", TypeFamily.TEXT, String.class),
        VARCHAR("varchar", TypeFamily.TEXT, String.class),
        /** Text without a limit; a length chooses the size where the database has several. */
        TEXT("text", TypeFamily.TEXT, String.class),
        /** A character large object, which Hibernate reads through a locator. */
        CLOB("clob", TypeFamily.TEXT, String.class),
        /** Text in the national character set, if the database has one. */
        NVARCHAR("nvarchar", TypeFamily.TEXT, String.class),
        /** National text without a limit; a length chooses the size where the database has several. */
        NTEXT("ntext", TypeFamily.TEXT, String.class),
        /** A large object of national characters. */
        NCLOB("nclob", TypeFamily.TEXT, String.class),
        BINARY("binary", TypeFamily.BYTES, byte[].class),
        /** Bytes; unlimited if no length is given. */
        VARBINARY("varbinary", TypeFamily.BYTES, byte[].class),
        /** Bytes without a limit; their length chooses the size where the database has several. */
        LONG_VARBINARY("longVarbinary", TypeFamily.BYTES, byte[].class),
        /** A binary large object, which Hibernate reads through a locator. */
        BLOB("blob", TypeFamily.BYTES, byte[].class),
        DATE("date", TypeFamily.DATE, LocalDate.class),
        TIME("time", TypeFamily.TIME, LocalTime.class),
        TIME_TZ("timeTz", TypeFamily.TIME, OffsetTime.class),
        /** A time of day stored in UTC: an {@code OffsetTime} unless the mapping says otherwise. */
        TIME_UTC("timeUtc", TypeFamily.TIME, OffsetTime.class),
        TIMESTAMP("timestamp", TypeFamily.TIMESTAMP, LocalDateTime.class),
        /** A date and time with an offset. */
        TIMESTAMP_TZ("timestampTz", TypeFamily.INSTANT, OffsetDateTime.class),
        /**
         * A moment in time, stored in UTC, as of an {@code Instant} or {@code OffsetDateTime}.
         */
        TIMESTAMP_UTC("instant", TypeFamily.INSTANT, Instant.class),
        /** A length of time, stored as a number of nanoseconds. */
        DURATION("duration", TypeFamily.INTEGER, Duration.class),
        UUID("uuid", TypeFamily.UUID, UUID.class),
        JSON("json", TypeFamily.JSON, String.class),
        XML("xml", TypeFamily.XML, String.class),
        INET("inet", TypeFamily.NETWORK, byte[].class),
        ARRAY("array", TypeFamily.ARRAY, List.class),
        /** An enumeration stored by name: in a native type where Hibernate uses one, as text with a check elsewhere. */
        ENUM("enumeration", TypeFamily.NAMED_ENUM, String.class),
        /** An enumeration stored by position, from 0, with a check. */
        ORDINAL_ENUM("ordinal", TypeFamily.ORDINAL_ENUM, String.class),
        /** An enumeration stored by name in a native type of its own, where the database has such types. */
        NATIVE_ENUM("nativeEnum", TypeFamily.NAMED_ENUM, String.class),
        /** A type in the database's own words: the way out. */
        SQL("sqlType", TypeFamily.OTHER, Object.class);

        private final String factory;
        private final TypeFamily family;
        private final Class<?> valueClass;
        private final long largestExact;

        Kind(String factory, TypeFamily family, Class<?> valueClass) {
            this(factory, family, valueClass, UNBOUNDED);
        }

        Kind(String factory, TypeFamily family, Class<?> valueClass, long largestExact) {
            this.factory = factory;
            this.family = family;
            this.valueClass = valueClass;
            this.largestExact = largestExact;
        }

        /** Returns the family of its values. */
        public TypeFamily family() {
            return family;
        }

        /** Returns the class of its values in historical models. */
        public Class<?> valueClass() {
            return valueClass;
        }

        /** Returns the largest number up to which it holds every whole number; empty if there is no such bound. */
        public OptionalLong largestExact() {
            return largestExact == UNBOUNDED ? OptionalLong.empty() : OptionalLong.of(largestExact);
        }

        /** Returns whether Hibernate reads its values through a locator. */
        public boolean isLocator() {
            return this == CLOB || this == NCLOB || this == BLOB;
        }

        /** Returns whether a length chooses a size where the database has several, and doesn't limit values elsewhere. */
        public boolean isLong() {
            return isLocator() || this == TEXT || this == NTEXT || this == LONG_VARBINARY;
        }

        /** Returns whether its values have any length up to the one that the type states. */
        public boolean isVarying() {
            return this == VARCHAR || this == NVARCHAR || this == VARBINARY;
        }

        /** Returns whether its values are times of day with an offset each. */
        public boolean hasOffset() {
            return this == TIME_TZ;
        }

        /** Returns the name of its factory method in {@link Fields}, which migrations call. */
        public String factory() {
            return factory;
        }
    }

    public ColumnType {
        values = List.copyOf(values);
        boolean isEnumeration = kind.family() == TypeFamily.NAMED_ENUM || kind.family() == TypeFamily.ORDINAL_ENUM;
        if (isEnumeration && values.isEmpty()) {
            throw new InvalidModelException("An enumeration needs at least one value.");
        }
        if (length < UNSET || scale < UNSET) {
            throw new InvalidModelException("A length can't be negative: " + (length < UNSET ? length : scale) + ".");
        }
    }

    /** Returns a type without parameters. */
    public static ColumnType of(Kind kind) {
        return sized(kind, UNSET);
    }

    /** Returns a type with a length, a precision of seconds, or the database's default for {@link #UNSET}. */
    public static ColumnType sized(Kind kind, int length) {
        return new ColumnType(kind, length, UNSET, List.of(), null, null);
    }

    /** Returns a text type of at most {@code length} characters. */
    public static ColumnType varchar(int length) {
        return sized(Kind.VARCHAR, length);
    }

    /** Returns an exact number type with {@code precision} digits, {@code scale} of them after the point. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale, List.of(), null, null);
    }

    /** Returns an array type. */
    public static ColumnType array(ColumnType element) {
        return new ColumnType(Kind.ARRAY, UNSET, UNSET, List.of(), element, null);
    }

    /** Returns an enumeration type of kind {@link Kind#ENUM} or {@link Kind#ORDINAL_ENUM}. */
    public static ColumnType enumeration(Kind kind, List<String> values) {
        return new ColumnType(kind, UNSET, UNSET, values, null, null);
    }

    /** Returns an enumeration type that is the database type {@code typeName}. */
    public static ColumnType nativeEnum(String typeName, List<String> values) {
        return new ColumnType(Kind.NATIVE_ENUM, UNSET, UNSET, values, null, typeName);
    }

    /** Returns the type that the database calls {@code sql}. */
    public static ColumnType sql(String sql) {
        return new ColumnType(Kind.SQL, UNSET, UNSET, List.of(), null, sql);
    }

    /** Returns {@link #name}, for the kinds that always have one. */
    public String requireName() {
        if (name == null) {
            throw new IllegalStateException("A type of kind " + kind + " has no name.");
        }
        return name;
    }

    /** Returns {@link #element}, for arrays. */
    public ColumnType requireElement() {
        if (element == null) {
            throw new IllegalStateException("A type of kind " + kind + " has no elements.");
        }
        return element;
    }

    /** Returns this type with the given length, for instance of an enumeration. */
    public ColumnType withLength(int newLength) {
        return new ColumnType(kind, newLength, scale, values, element, name);
    }

    /** Returns the family of its values. */
    public TypeFamily family() {
        return kind.family();
    }

    /** Returns the largest number up to which it holds every whole number; empty if there is no such bound. */
    public OptionalLong largest() {
        return family() == TypeFamily.ORDINAL_ENUM
                ? OptionalLong.of(Math.max(0, values.size() - 1))
                : kind.largestExact();
    }

    /** Returns whether its numbers may have digits after the point. */
    public boolean hasFractions() {
        return family() == TypeFamily.FLOATING || (family() == TypeFamily.DECIMAL && scale != 0);
    }

    /** Returns how many digits its numbers have before the point, at most; {@link Integer#MAX_VALUE} for no limit. */
    public int digitsBeforePoint() {
        if (family() == TypeFamily.DECIMAL) {
            return length == UNSET ? Integer.MAX_VALUE : length - digitsAfterPoint();
        }
        return hasFractions() || largest().isEmpty()
                ? Integer.MAX_VALUE
                : Long.toString(largest().getAsLong()).length();
    }

    /** Returns how many digits it keeps after the point, as a decimal. */
    public int digitsAfterPoint() {
        return Math.max(0, scale);
    }

    /** Returns this decimal with the default precision and scale if it states none. */
    public ColumnType withDefaultPrecision() {
        return length == UNSET ? decimal(DEFAULT_PRECISION, DEFAULT_SCALE) : this;
    }

    /** Returns how many fractional digits of a second it holds. */
    public int secondDigits() {
        return lengthOr(family() == TypeFamily.TIME ? 0 : DEFAULT_SECOND_DIGITS);
    }

    /** Returns the length, or {@code usual} if none is given. */
    public int lengthOr(int usual) {
        return length == UNSET ? usual : length;
    }

    /** Returns whether a text of {@code size} characters, or that many bytes, is a value of it. */
    public boolean holdsLength(int size) {
        return length == UNSET || size <= length;
    }

    /** Returns the maximum length of a value as text; {@link Integer#MAX_VALUE} for no limit. */
    public int longestText() {
        return switch (family()) {
            case BOOLEAN -> Boolean.toString(false).length();
            case INTEGER ->
                largest().isPresent()
                        ? Long.toString(-largest().getAsLong() - 1).length()
                        : Integer.MAX_VALUE;
            case TEXT -> length == UNSET || kind.isLong() ? Integer.MAX_VALUE : length;
            case UUID -> UUID_LENGTH;
            case DATE -> DATE_LENGTH;
            case NAMED_ENUM -> values.stream().mapToInt(String::length).max().orElse(0);
            case DECIMAL, FLOATING, BYTES, TIME, TIMESTAMP, INSTANT, JSON, XML -> Integer.MAX_VALUE;
            case ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> Integer.MAX_VALUE;
        };
    }

    /** Returns the maximum number of bytes of a value; {@link Integer#MAX_VALUE} for no limit. */
    public int longestBytes() {
        if (family() == TypeFamily.UUID) {
            return UUID_BYTES;
        }
        return family() == TypeFamily.BYTES && length != UNSET && !kind.isLong() ? length : Integer.MAX_VALUE;
    }

    /** Returns the neutral value, for rows that lose theirs; null if there is none. */
    public @Nullable Expression neutralValue() {
        if (family() == TypeFamily.NAMED_ENUM) {
            return Expression.value(values.get(0));
        }
        return kind.isLocator() ? null : family().neutralValue();
    }

    /** Returns what somebody typed as a value of this type, for example a text as a date; empty if it isn't one. */
    public Optional<Expression> typed(Literal literal) {
        return family().typed(literal, this);
    }

    /** Returns what to type as a value of this type, as the end of a message. */
    public String typingHint() {
        return family().typingHint(this);
    }

    /** Returns whether the current date and time, or a part of it, is a value of this type. */
    public boolean acceptsNow() {
        return family().acceptsNow();
    }

    /** Returns a value of this type as a person types it, or several to choose from. */
    public String typingExample() {
        return family().typingExample(this);
    }

    @Override
    public List<ColumnType> columnTypes(ProjectState state) {
        return List.of(this);
    }

    @Override
    public List<String> defaultColumns(String fieldName) {
        return List.of(fieldName.substring(fieldName.lastIndexOf('.') + 1));
    }

    @Override
    public JavaSource fieldSource(String fieldName) {
        return JavaSource.staticCall(Fields.class, kind.factory, arguments(fieldName));
    }

    @Override
    public JavaSource appendAttributes(JavaSource field) {
        return !values.isEmpty() && length != UNSET ? field.call("length", Literals.of(length)) : field;
    }

    private List<JavaSource> arguments(String fieldName) {
        List<JavaSource> arguments = new ArrayList<>();
        arguments.add(Literals.string(fieldName));
        if (name != null) {
            arguments.add(Literals.string(name));
        }
        if (element != null) {
            arguments.add(JavaSource.staticCall(Fields.class, "type", element.fieldSource("")));
        }
        if (values.isEmpty()) {
            addSizes(arguments);
        }
        arguments.addAll(Literals.strings(values));
        return arguments;
    }

    private void addSizes(List<JavaSource> arguments) {
        if (length != UNSET) {
            arguments.add(Literals.of(length));
        }
        if (scale != UNSET) {
            arguments.add(Literals.of(scale));
        }
    }
}
