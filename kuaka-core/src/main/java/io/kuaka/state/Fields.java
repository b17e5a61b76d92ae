package io.kuaka.state;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.fact.Meaning;
import java.util.List;

/**
 * Makes fields and models in migration files; meant to be imported statically.
 *
 * <p>A field is not nullable unless it says so, and has the default column for its name unless it states another.
 */
public final class Fields {
    private Fields() {}

    /** Returns a model without fields. */
    public static ModelState model(String name) {
        return ModelState.of(name);
    }

    /** Returns a boolean. */
    public static Field bool(String name) {
        return simple(name, Kind.BOOLEAN);
    }

    /** Returns an 8-bit integer, or the next larger one that the database has. */
    public static Field tinyint(String name) {
        return simple(name, Kind.TINYINT);
    }

    /** Returns a 16-bit integer. */
    public static Field smallint(String name) {
        return simple(name, Kind.SMALLINT);
    }

    /** Returns a 32-bit integer. */
    public static Field integer(String name) {
        return simple(name, Kind.INTEGER);
    }

    /** Returns a 64-bit integer. */
    public static Field bigint(String name) {
        return simple(name, Kind.BIGINT);
    }

    /** Returns a 32-bit floating point number. */
    public static Field real(String name) {
        return simple(name, Kind.REAL);
    }

    /** Returns a 64-bit floating point number. */
    public static Field doublePrecision(String name) {
        return simple(name, Kind.DOUBLE);
    }

    /** Returns an exact number with {@code precision} digits, {@code scale} of them after the point. */
    public static Field decimal(String name, int precision, int scale) {
        return Field.of(name, ColumnType.decimal(precision, scale));
    }

    /** Returns a text of exactly {@code length} characters. */
    public static Field character(String name, int length) {
        return sized(name, Kind.CHAR, length);
    }

    /** Returns a text of at most {@code length} characters. */
    public static Field varchar(String name, int length) {
        return sized(name, Kind.VARCHAR, positive(name, length));
    }

    /** Returns a text of unlimited length. */
    public static Field text(String name) {
        return simple(name, Kind.TEXT);
    }

    /** Returns a text of the smallest type for {@code length} bytes if the database has several, else of any length. */
    public static Field text(String name, int length) {
        return sized(name, Kind.TEXT, length);
    }

    /** Returns a character large object, such as a {@code String} with {@code @Lob}. */
    public static Field clob(String name) {
        return simple(name, Kind.CLOB);
    }

    /** Returns a character large object of at most {@code length} characters, if the database has several sizes. */
    public static Field clob(String name, int length) {
        return sized(name, Kind.CLOB, length);
    }

    /** Returns a text in the national character set of at most {@code length} characters. */
    public static Field nvarchar(String name, int length) {
        return sized(name, Kind.NVARCHAR, positive(name, length));
    }

    /** Returns a text of unlimited length in the national character set. */
    public static Field ntext(String name) {
        return simple(name, Kind.NTEXT);
    }

    /** Returns a national text of the smallest type for {@code length} bytes if the database has several, else of any length. */
    public static Field ntext(String name, int length) {
        return sized(name, Kind.NTEXT, length);
    }

    /** Returns a large object of national characters. */
    public static Field nclob(String name) {
        return simple(name, Kind.NCLOB);
    }

    /** Returns a large object of at most {@code length} national characters, if the database has several sizes. */
    public static Field nclob(String name, int length) {
        return sized(name, Kind.NCLOB, length);
    }

    /** Returns exactly {@code length} bytes. */
    public static Field binary(String name, int length) {
        return sized(name, Kind.BINARY, length);
    }

    /** Returns at most {@code length} bytes. */
    public static Field varbinary(String name, int length) {
        return sized(name, Kind.VARBINARY, length);
    }

    /** Returns bytes of unlimited length. */
    public static Field varbinary(String name) {
        return simple(name, Kind.VARBINARY);
    }

    /** Returns at most {@code length} bytes if the database has several sizes, else as many as there are. */
    public static Field longVarbinary(String name, int length) {
        return sized(name, Kind.LONG_VARBINARY, length);
    }

    /** Returns a binary large object, such as a byte array with {@code @Lob}. */
    public static Field blob(String name) {
        return simple(name, Kind.BLOB);
    }

    /** Returns a binary large object of at most {@code length} bytes, if the database has several sizes. */
    public static Field blob(String name, int length) {
        return sized(name, Kind.BLOB, length);
    }

    /** Returns a date. */
    public static Field date(String name) {
        return simple(name, Kind.DATE);
    }

    /** Returns a time of day. */
    public static Field time(String name) {
        return simple(name, Kind.TIME);
    }

    /** Returns a time of day with {@code precision} fractional digits of a second. */
    public static Field time(String name, int precision) {
        return sized(name, Kind.TIME, precision);
    }

    /** Returns a time of day with an offset. */
    public static Field timeTz(String name) {
        return simple(name, Kind.TIME_TZ);
    }

    /** Returns a time of day with an offset and {@code precision} fractional digits of a second. */
    public static Field timeTz(String name, int precision) {
        return sized(name, Kind.TIME_TZ, precision);
    }

    /** Returns a time of day stored in UTC. */
    public static Field timeUtc(String name) {
        return simple(name, Kind.TIME_UTC);
    }

    /** Returns a time of day stored in UTC, with {@code precision} fractional digits of a second. */
    public static Field timeUtc(String name, int precision) {
        return sized(name, Kind.TIME_UTC, precision);
    }

    /** Returns a date and time without a zone. */
    public static Field timestamp(String name) {
        return simple(name, Kind.TIMESTAMP);
    }

    /** Returns a date and time without a zone, with {@code precision} fractional digits of a second. */
    public static Field timestamp(String name, int precision) {
        return sized(name, Kind.TIMESTAMP, precision);
    }

    /** Returns a date and time with an offset. */
    public static Field timestampTz(String name) {
        return simple(name, Kind.TIMESTAMP_TZ);
    }

    /** Returns a date and time with an offset and {@code precision} fractional digits of a second. */
    public static Field timestampTz(String name, int precision) {
        return sized(name, Kind.TIMESTAMP_TZ, precision);
    }

    /** Returns a moment in time stored in UTC. */
    public static Field instant(String name) {
        return simple(name, Kind.TIMESTAMP_UTC);
    }

    /** Returns a moment in time stored in UTC, with {@code precision} fractional digits of a second. */
    public static Field instant(String name, int precision) {
        return sized(name, Kind.TIMESTAMP_UTC, precision);
    }

    /** Returns a length of time, to the nanosecond. */
    public static Field duration(String name) {
        return simple(name, Kind.DURATION);
    }

    /** Returns a UUID. */
    public static Field uuid(String name) {
        return simple(name, Kind.UUID);
    }

    /** Returns a JSON document. */
    public static Field json(String name) {
        return simple(name, Kind.JSON);
    }

    /** Returns an XML document. */
    public static Field xml(String name) {
        return simple(name, Kind.XML);
    }

    /** Returns an internet address. */
    public static Field inet(String name) {
        return simple(name, Kind.INET);
    }

    /** Returns an array; the type of its elements is written as in {@code type(varchar("", 20))}. */
    public static Field array(String name, ColumnType element) {
        return Field.of(name, ColumnType.array(element));
    }

    /** Returns an array of at most {@code length} elements, if the database enforces that. */
    public static Field array(String name, ColumnType element, int length) {
        return Field.of(name, ColumnType.array(element).withLength(length));
    }

    /** Returns an enumeration stored by name. */
    public static Field enumeration(String name, String... values) {
        return Field.of(name, ColumnType.enumeration(Kind.ENUM, List.of(values)));
    }

    /** Returns an enumeration stored by position, from 0. */
    public static Field ordinal(String name, String... values) {
        return Field.of(name, ColumnType.enumeration(Kind.ORDINAL_ENUM, List.of(values)));
    }

    /** Returns an enumeration that is the database type {@code typeName}. */
    public static Field nativeEnum(String name, String typeName, String... values) {
        return Field.of(name, ColumnType.nativeEnum(typeName, List.of(values)));
    }

    /** Returns a column of the type that the database calls {@code sql}. */
    public static Field sqlType(String name, String sql) {
        return Field.of(name, ColumnType.sql(sql));
    }

    /** Returns a reference to the primary key of a model, written as in {@code catalog.Book}. */
    public static Field reference(String name, String to) {
        return Field.of(name, Reference.to(ModelKey.parse(to)));
    }

    /** Returns the type of a field, for the elements of an array. */
    public static ColumnType type(Field field) {
        return (ColumnType) field.type();
    }

    private static Field simple(String name, Kind kind) {
        return Field.of(name, ColumnType.of(kind));
    }

    private static int positive(String name, int length) {
        if (length < 1) {
            throw new InvalidModelException(
                    "The length of field \"" + name + "\" has to be 1 or more, not " + length + ".");
        }
        return length;
    }

    private static Field sized(String name, Kind kind, int length) {
        return Field.of(name, ColumnType.sized(kind, length));
    }

    /** Returns what a discriminator means: the classes of a hierarchy, with values as in {@code Ferry=F} or named like it. */
    public static Meaning classes(String... classes) {
        return Meaning.of(Meaning.Kind.CLASSES, classes);
    }

    /** Returns what tells the entity of a reference to any of several: with values as in {@code Ferry=F} or named like it. */
    public static Meaning entities(String... entities) {
        return Meaning.of(Meaning.Kind.ENTITIES, entities);
    }

    /**
     * Returns what a mark of deleted rows means, as in {@code active=false} and {@code deleted=true}; with no values, rows are
     * active as long as it is null.
     */
    public static Meaning softDelete(String... values) {
        return Meaning.of(Meaning.Kind.SOFT_DELETE, values);
    }

    /** Returns what positions in lists mean that don't begin at 0: the field of the owner with the first one, as in {@code owner=1}. */
    public static Meaning positions(String... bases) {
        return Meaning.of(Meaning.Kind.POSITIONS, bases);
    }

    /** Returns which constant a converter stores as which value, as in {@code OPEN=o}, or as its name. */
    public static Meaning constants(String... constants) {
        return Meaning.of(Meaning.Kind.CONSTANTS, constants);
    }

    /**
     * Returns how values are stored where their type doesn't tell: by the class of a converter or a type as in {@code
     * converter=Cents}, by SQL as in {@code write=? * 100}, or by what another class stores as in {@code class=Duration}.
     */
    public static Meaning stored(String... how) {
        return Meaning.of(Meaning.Kind.STORED, how);
    }

    static JavaSource source(Meaning meaning) {
        return JavaSource.staticCall(Fields.class, meaning.kind().method(), Literals.strings(meaning.texts()));
    }
}
