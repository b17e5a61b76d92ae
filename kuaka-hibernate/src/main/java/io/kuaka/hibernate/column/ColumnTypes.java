package io.kuaka.hibernate.column;

import static java.util.Map.entry;

import io.kuaka.hibernate.adapter.HibernateAdapter;
import io.kuaka.hibernate.draft.Problems;
import io.kuaka.hibernate.line.HibernateLine;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.InvalidModelException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.Length;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.CustomType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.JdbcTypeNameMapper;
import org.jspecify.annotations.Nullable;

/**
 * Converts Hibernate's column types to logical ones.
 *
 * <p>The name of a type on a database doesn't matter: the code of {@link SqlTypes} and the size define it, and each
 * dialect renders what Hibernate expects there.
 */
public final class ColumnTypes {
    /** With more binary digits than this, a number needs 64 bits. */
    private static final int REAL_BITS = 24;

    private static final int DEFAULT_LENGTH = 255;

    private static final int DURATION_DIGITS = 21;

    /** Replaces a type that can't be read; the reading ends with a problem. */
    private static final ColumnType UNKNOWN = ColumnType.sql("unknown");

    /** Codes that need no size. */
    private static final Map<Integer, Kind> PLAIN = Map.ofEntries(
            entry(SqlTypes.BOOLEAN, Kind.BOOLEAN),
            entry(SqlTypes.BIT, Kind.BOOLEAN),
            entry(SqlTypes.TINYINT, Kind.TINYINT),
            entry(SqlTypes.SMALLINT, Kind.SMALLINT),
            entry(SqlTypes.INTEGER, Kind.INTEGER),
            entry(SqlTypes.BIGINT, Kind.BIGINT),
            entry(SqlTypes.DATE, Kind.DATE),
            entry(SqlTypes.UUID, Kind.UUID),
            entry(SqlTypes.JSON, Kind.JSON),
            entry(SqlTypes.JSON_ARRAY, Kind.JSON),
            entry(SqlTypes.SQLXML, Kind.XML),
            entry(SqlTypes.XML_ARRAY, Kind.XML),
            entry(SqlTypes.INET, Kind.INET));

    /** Codes with a length. */
    private static final Map<Integer, Kind> SIZED = Map.ofEntries(
            entry(SqlTypes.CHAR, Kind.CHAR),
            entry(SqlTypes.NCHAR, Kind.CHAR),
            entry(SqlTypes.VARCHAR, Kind.VARCHAR),
            entry(SqlTypes.LONGVARCHAR, Kind.VARCHAR),
            entry(SqlTypes.NVARCHAR, Kind.NVARCHAR),
            entry(SqlTypes.LONGNVARCHAR, Kind.NVARCHAR),
            entry(SqlTypes.BINARY, Kind.BINARY),
            entry(SqlTypes.VARBINARY, Kind.VARBINARY),
            entry(SqlTypes.LONGVARBINARY, Kind.VARBINARY));

    /** Codes with a length that counts only if the mapping states it. */
    private static final Map<Integer, Kind> LARGE = Map.of(
            SqlTypes.CLOB, Kind.CLOB,
            SqlTypes.NCLOB, Kind.NCLOB,
            SqlTypes.BLOB, Kind.BLOB,
            SqlTypes.LONG32VARCHAR, Kind.TEXT,
            SqlTypes.LONG32NVARCHAR, Kind.NTEXT,
            SqlTypes.LONG32VARBINARY, Kind.LONG_VARBINARY);

    private static final Map<Integer, Kind> TIMES = Map.of(
            SqlTypes.TIME, Kind.TIME,
            SqlTypes.TIME_WITH_TIMEZONE, Kind.TIME_TZ,
            SqlTypes.TIME_UTC, Kind.TIME_UTC,
            SqlTypes.TIMESTAMP, Kind.TIMESTAMP,
            SqlTypes.TIMESTAMP_WITH_TIMEZONE, Kind.TIMESTAMP_TZ,
            SqlTypes.TIMESTAMP_UTC, Kind.TIMESTAMP_UTC);

    /** The neutral dialect's names of types that can hold a whole embeddable. */
    private static final Set<String> NEUTRAL_DOCUMENTS = Set.of("clob", "json", "json array", "xml");

    /** Texts and bytes of unlimited length: the meaning of the length {@link Length#LONG32}. */
    private static final Map<Kind, Kind> UNLIMITED = Map.of(
            Kind.VARCHAR, Kind.TEXT,
            Kind.NVARCHAR, Kind.NTEXT,
            Kind.VARBINARY, Kind.VARBINARY);

    private final HibernateAdapter adapter = HibernateLine.adapter();
    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final Problems problems;

    public ColumnTypes(MetadataImplementor metadata, Problems problems) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.problems = problems;
    }

    /** Returns the type of a column that isn't part of an association. */
    public ColumnType of(String where, Column column) {
        if (!(column.getValue() instanceof SimpleValue)) {
            return ofGenerator(column.getSqlType());
        }
        try {
            return column.getSqlType() == null ? of(where, column, adapter.typeOf(column, metadata)) : written(column);
        } catch (InvalidModelException e) {
            problems.add(where, String.valueOf(e.getMessage()));
            return UNKNOWN;
        }
    }

    /** The columns of a generator's table have only the name of their type, as the neutral dialect spells it. */
    private static ColumnType ofGenerator(String sql) {
        Matcher sized = Pattern.compile("varchar\\((\\d+)\\)").matcher(sql);
        if (sized.matches()) {
            return ColumnType.varchar(Integer.parseInt(sized.group(1)));
        }
        return sql.equals("bigint") ? ColumnType.of(Kind.BIGINT) : ColumnType.sql(sql);
    }

    /** Returns the type of a column that holds a whole embeddable. */
    public ColumnType ofAggregate(String where, Component embeddable, Column column) {
        return embeddable.getStructName() == null ? ofAggregate(where, column) : unknown(where, SqlTypes.STRUCT);
    }

    private ColumnType ofAggregate(String where, Column column) {
        int code = code(adapter.typeOf(column, metadata));
        // Hibernate fills in the name of the type by itself: that of the neutral dialect for a document.
        boolean document = PLAIN.getOrDefault(code, Kind.SQL) != Kind.SQL;
        boolean derived = column.getSqlType() == null || NEUTRAL_DOCUMENTS.contains(column.getSqlType());
        return document && !derived ? written(column) : of(where, code, adapter.sizeOf(column, metadata), column);
    }

    /** Returns the type of a column that holds values of the given mapping. */
    public ColumnType of(String where, Column column, JdbcMapping mapping) {
        if (column instanceof AggregateColumn) {
            return ofAggregate(where, column);
        }
        if (column.getSqlType() != null) {
            return written(column);
        }
        Size size = adapter.sizeOf(column, metadata);
        return mapping instanceof BasicPluralType<?, ?> plural && code(mapping) == SqlTypes.ARRAY
                ? array(where, column, plural.getElementType())
                : of(where, column, mapping, size);
    }

    private ColumnType written(Column column) {
        return ColumnType.sql(ColumnDefinition.parse(column.getSqlType()).type());
    }

    private ColumnType array(String where, Column column, BasicType<?> element) {
        Size size = dialect.getSizeStrategy()
                .resolveSize(
                        element.getJdbcType(),
                        element.getMappedJavaType(),
                        column.getPrecision(),
                        column.getScale(),
                        column.getLength());
        // Elements have no check of their own, so an ordinal is a plain number.
        int code = code(element);
        ColumnType elements = code == SqlTypes.TINYINT || code == SqlTypes.SMALLINT
                ? of(where, code, size, column)
                : of(where, column, element, size);
        Integer length = column.getArrayLength();
        ColumnType array = ColumnType.array(elements);
        return length == null ? array : array.withLength(length);
    }

    private ColumnType of(String where, Column column, JdbcMapping mapping, Size size) {
        int code = code(mapping);
        List<String> values = enumValues(mapping);
        if (values.isEmpty()) {
            return of(where, code, size, column);
        }
        return switch (code) {
            case SqlTypes.ENUM -> named(values, column.getLength());
            case SqlTypes.TINYINT -> ColumnType.enumeration(Kind.ORDINAL_ENUM, values);
            case SqlTypes.SMALLINT ->
                values.size() > Byte.MAX_VALUE + 1
                        ? ColumnType.enumeration(Kind.ORDINAL_ENUM, values)
                        : of(where, code, size, column);
            case SqlTypes.NAMED_ENUM ->
                ColumnType.nativeEnum(
                        mapping.getMappedJavaType().getJavaTypeClass().getSimpleName(), values);
            default -> of(where, code, size, column);
        };
    }

    private static ColumnType named(List<String> values, @Nullable Long length) {
        ColumnType type = ColumnType.enumeration(Kind.ENUM, values);
        return length == null || length == DEFAULT_LENGTH ? type : type.withLength(length.intValue());
    }

    private ColumnType of(String where, int code, Size size, Column column) {
        if (PLAIN.containsKey(code)) {
            return ColumnType.of(PLAIN.get(code));
        }
        if (SIZED.containsKey(code)) {
            return sized(SIZED.get(code), size);
        }
        if (LARGE.containsKey(code)) {
            return large(LARGE.get(code), isStated(size, column) ? column.getLength() : null);
        }
        if (TIMES.containsKey(code)) {
            return time(TIMES.get(code), size.getPrecision());
        }
        return switch (code) {
            case SqlTypes.FLOAT, SqlTypes.DOUBLE ->
                ColumnType.of(
                        orZero(size.getPrecision()) <= REAL_BITS && code == SqlTypes.FLOAT ? Kind.REAL : Kind.DOUBLE);
            case SqlTypes.NUMERIC -> decimal(size);
            // The mapping asks for it by name, and Hibernate's validation requires the name.
            case SqlTypes.REAL -> ColumnType.sql("real");
            case SqlTypes.DECIMAL ->
                ColumnType.sql("decimal(" + orZero(size.getPrecision()) + "," + orZero(size.getScale()) + ")");
            case SqlTypes.DURATION ->
                orZero(size.getPrecision()) == DURATION_DIGITS && orZero(size.getScale()) == 0
                        ? ColumnType.of(Kind.DURATION)
                        : decimal(size);
            default -> unknown(where, code);
        };
    }

    /** Hibernate takes the length 0 for none, and the default length of a locator too. */
    private static boolean isStated(Size size, Column column) {
        Long length = column.getLength();
        if (length == null || length == 0 || length >= Length.LONG32) {
            return false;
        }
        return length != DEFAULT_LENGTH || size.getLength() == null || size.getLength() == DEFAULT_LENGTH;
    }

    private static ColumnType large(Kind kind, @Nullable Long length) {
        if (length != null) {
            return ColumnType.sized(kind, clip(length));
        }
        return ColumnType.of(kind == Kind.LONG_VARBINARY ? Kind.VARBINARY : kind);
    }

    private static ColumnType sized(Kind kind, Size size) {
        Long length = size.getLength();
        if (length == null) {
            return ColumnType.sized(kind, kind == Kind.CHAR ? 1 : DEFAULT_LENGTH);
        }
        // Hibernate takes the length 0 for none.
        boolean isUnlimited = length >= Length.LONG32 || length == 0;
        return isUnlimited && UNLIMITED.containsKey(kind)
                ? ColumnType.of(UNLIMITED.get(kind))
                : ColumnType.sized(kind, clip(length));
    }

    /** A type with the default fractional digits doesn't state them. */
    private static ColumnType time(Kind kind, @Nullable Integer precision) {
        ColumnType usual = ColumnType.of(kind);
        return precision == null || precision == usual.secondDigits() ? usual : ColumnType.sized(kind, precision);
    }

    private static ColumnType decimal(Size size) {
        return ColumnType.decimal(orZero(size.getPrecision()), orZero(size.getScale()));
    }

    private ColumnType unknown(String where, int code) {
        problems.add(
                where,
                SqlTypes.isEnumType(code)
                        ? "its enum has no constants. Add one, or remove the attribute."
                        : "there is no logical type for " + JdbcTypeNameMapper.getTypeName(code)
                                + ". Name the database's type with @Column(columnDefinition = …).");
        return UNKNOWN;
    }

    private static int code(JdbcMapping mapping) {
        return mapping.getJdbcType().getDefaultSqlTypeCode();
    }

    /** Returns the names of an enumeration's values in order; none for one that the application converts itself. */
    static List<String> enumValues(JdbcMapping mapping) {
        Class<?> type = mapping.getMappedJavaType().getJavaTypeClass();
        return mapping.getValueConverter() != null || mapping instanceof CustomType<?> || !type.isEnum()
                ? List.of()
                : Stream.of(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .toList();
    }

    private static int clip(long length) {
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
