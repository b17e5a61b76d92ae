package io.kuaka.state;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logical type of a column, the same on every database; a dialect spells it.
 *
 * @param kind what sort of values it holds
 * @param length the greatest length in characters or bytes, the precision in digits, or the fractional digits of a
 *     second; {@link #UNSET} where the database's default is meant
 * @param scale the digits after the decimal point; {@link #UNSET} where it has no meaning
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

    /** The sorts of column types. Each dialect lists all of them in one switch. */
    public enum Kind {
        BOOLEAN("bool"),
        TINYINT("tinyint"),
        SMALLINT("smallint"),
        INTEGER("integer"),
        BIGINT("bigint"),
        REAL("real"),
        DOUBLE("doublePrecision"),
        DECIMAL("decimal"),
        CHAR("character"),
        VARCHAR("varchar"),
        /** Text without a limit of length. */
        TEXT("text"),
        /** A large object of characters, which Hibernate reads through a locator. */
        CLOB("clob"),
        /** Text in the national character set, where the database tells it apart. */
        NVARCHAR("nvarchar"),
        /** National text without a limit of length. */
        NTEXT("ntext"),
        /** A large object of national characters. */
        NCLOB("nclob"),
        BINARY("binary"),
        /** Bytes; without a limit where no length is given. */
        VARBINARY("varbinary"),
        /** A large object of bytes, which Hibernate reads through a locator. */
        BLOB("blob"),
        DATE("date"),
        TIME("time"),
        TIME_TZ("timeTz"),
        /** A time of day that is kept in UTC: an {@code OffsetTime} unless the mapping says more. */
        TIME_UTC("timeUtc"),
        TIMESTAMP("timestamp"),
        /** A date and time with an offset. */
        TIMESTAMP_TZ("timestampTz"),
        /** A moment in time that is kept in UTC: an {@code Instant} or {@code OffsetDateTime} unless the mapping says more. */
        TIMESTAMP_UTC("instant"),
        /** A length of time with nanoseconds. */
        DURATION("duration"),
        UUID("uuid"),
        JSON("json"),
        XML("xml"),
        INET("inet"),
        ARRAY("array"),
        /** An enumeration stored by name: a native type where that is customary, and text with a check elsewhere. */
        ENUM("enumeration"),
        /** An enumeration stored by position, from 0, with a check. */
        ORDINAL_ENUM("ordinal"),
        /** An enumeration stored by name in a native type of its own, where the database has such types. */
        NATIVE_ENUM("nativeEnum"),
        /** Whatever the database understands by the given text: the way out. */
        SQL("sqlType");

        private final String factory;

        Kind(String factory) {
            this.factory = factory;
        }
    }

    public ColumnType {
        values = List.copyOf(values);
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

    /** Returns an exact number type with {@code precision} digits, of which {@code scale} after the point. */
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

    /** Returns an enumeration type that is a type of the database named {@code typeName}. */
    public static ColumnType nativeEnum(String typeName, List<String> values) {
        return new ColumnType(Kind.NATIVE_ENUM, UNSET, UNSET, values, null, typeName);
    }

    /** Returns the type that the database understands by {@code sql}. */
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

    /** Returns this type with the given length, the enumeration's for instance. */
    public ColumnType withLength(int newLength) {
        return new ColumnType(kind, newLength, scale, values, element, name);
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
        List<JavaSource> arguments = new ArrayList<>();
        arguments.add(Literals.string(fieldName));
        arguments.addAll(parameters());
        return JavaSource.staticCall(Fields.class, kind.factory, arguments);
    }

    @Override
    public JavaSource appendAttributes(JavaSource field) {
        return !values.isEmpty() && length != UNSET ? field.call("length", Literals.of(length)) : field;
    }

    /** Returns the source of this type on its own, as arrays need it for their elements. */
    private JavaSource toSource() {
        return JavaSource.staticCall(Fields.class, "type", fieldSource(""));
    }

    private List<JavaSource> parameters() {
        List<JavaSource> parameters = new ArrayList<>();
        if (name != null) {
            parameters.add(Literals.string(name));
        }
        if (element != null) {
            parameters.add(element.toSource());
        }
        if (values.isEmpty()) {
            addSizes(parameters);
        }
        parameters.addAll(Literals.strings(values));
        return parameters;
    }

    private void addSizes(List<JavaSource> parameters) {
        if (length != UNSET) {
            parameters.add(Literals.of(length));
        }
        if (scale != UNSET) {
            parameters.add(Literals.of(scale));
        }
    }
}
