package io.kuaka.dialect.mysql;

import io.kuaka.schema.grammar.TypeNames;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.TypeFamily;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of types, which are those of Hibernate's {@code MySQLDialect} and {@code MariaDBDialect}. */
final class MysqlTypeNames {
    /** Hibernate's limit for {@code varchar}: 65535 bytes hold that many characters of 4 bytes. */
    private static final int MAX_VARCHAR = 16_383;

    /** The names of types that are large objects, or texts. */
    private static final Pattern LARGE_OBJECT = Pattern.compile("(?i)(tiny|medium|long)?(text|blob)\\b.*|json");

    private static final Pattern TEXT = Pattern.compile("(?i)(var)?char\\b.*|(tiny|medium|long)?text\\b.*");

    private static final Pattern SIZE = Pattern.compile("(tiny|medium|)(text|blob)\\b");

    private static final int BYTES_OF_CHARACTER = 4;

    private static final int TINY = 255;
    private static final int SMALL = 65_535;
    private static final int MEDIUM = 16_777_215;

    private final ServerFlavor flavor;

    MysqlTypeNames(ServerFlavor flavor) {
        this.flavor = flavor;
    }

    String type(ColumnType type, MysqlSqlGrammar grammar) {
        return switch (type.kind()) {
            case BOOLEAN -> "bit";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "float(23)";
            case DOUBLE -> "float(53)";
            case DECIMAL -> TypeNames.decimal("decimal", type, "decimal(38,2)");
            case DURATION -> TypeNames.decimal("decimal", type, "decimal(21,0)");
            case CHAR -> "varchar(" + type.lengthOr(1) + ")";
            case VARCHAR -> varchar(type);
            case NVARCHAR -> varchar(type) + flavor.nationalClause();
            case XML -> "longtext";
            case TEXT, CLOB -> large(type, "text");
            case NTEXT -> flavor.hasNationalTexts() ? nationalText(type) : "longtext";
            case NCLOB -> flavor.hasNationalTexts() ? nationalText(type) : large(type, "text");
            case BINARY -> "binary(" + type.lengthOr(TypeNames.DEFAULT_LENGTH) + ")";
            case VARBINARY -> varbinary(type);
            case LONG_VARBINARY, BLOB -> large(type, "blob");
            case DATE -> "date";
            case TIME, TIME_TZ, TIME_UTC -> "time(" + type.secondDigits() + ")";
            case TIMESTAMP, TIMESTAMP_UTC -> "datetime(" + type.secondDigits() + ")";
            case TIMESTAMP_TZ -> "timestamp(" + type.secondDigits() + ")";
            case UUID -> flavor.packsUuids() ? "binary(16)" : "uuid";
            case JSON, ARRAY -> "json";
            case INET -> "varbinary(19)";
            case ENUM, NATIVE_ENUM -> TypeNames.enumeration(grammar, type);
            case ORDINAL_ENUM -> TypeNames.ordinal(type);
            case SQL -> type.requireName();
        };
    }

    /** Returns whether values of a type are large objects, which have limits as keys and defaults. */
    static boolean isLargeObject(ColumnType type) {
        return switch (type.family()) {
            case TEXT -> type.kind() != Kind.CHAR && !isVarchar(type);
            case BYTES -> type.kind() != Kind.BINARY && !isVarbinary(type);
            case JSON, XML, ARRAY -> true;
            case OTHER -> LARGE_OBJECT.matcher(type.requireName()).matches();
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, UUID, DATE, TIME, TIMESTAMP, INSTANT -> false;
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK -> false;
        };
    }

    /** Returns whether a type has a collation, by which different values can be equal. */
    static boolean hasCollation(ColumnType type) {
        return type.family() == TypeFamily.TEXT
                || type.family() == TypeFamily.XML
                || (type.family() == TypeFamily.OTHER
                        && TEXT.matcher(type.requireName()).matches());
    }

    /** Returns how many bytes a value of a type has at most. */
    static long mostBytes(ColumnType type, MysqlSqlGrammar grammar) {
        if (isLargeObject(type)) {
            return size(grammar.type(type));
        }
        return switch (type.family()) {
            case TEXT -> (long) type.lengthOr(TypeNames.DEFAULT_LENGTH) * BYTES_OF_CHARACTER;
            case BYTES -> type.lengthOr(TypeNames.DEFAULT_LENGTH);
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, UUID, DATE, TIME, TIMESTAMP, INSTANT, JSON, XML, ARRAY, OTHER ->
                type.longestText();
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK -> type.longestText();
        };
    }

    /** Returns how many bytes a text or large object of the given type has at most. */
    static long size(String type) {
        Matcher matcher = SIZE.matcher(type);
        if (!matcher.lookingAt()) {
            return Long.MAX_VALUE;
        }
        return switch (matcher.group(1)) {
            case "tiny" -> TINY;
            case "medium" -> MEDIUM;
            default -> SMALL;
        };
    }

    private static String varchar(ColumnType type) {
        int length = type.lengthOr(TypeNames.DEFAULT_LENGTH);
        return isVarchar(type) ? "varchar(" + length + ")" : large(length, "text");
    }

    private static boolean isVarchar(ColumnType type) {
        return type.kind().isVarying() && type.lengthOr(TypeNames.DEFAULT_LENGTH) <= MAX_VARCHAR;
    }

    private static String varbinary(ColumnType type) {
        return isVarbinary(type) ? "varbinary(" + type.length() + ")" : large(type, "blob");
    }

    private static boolean isVarbinary(ColumnType type) {
        return type.kind().isVarying() && type.lengthOr(Integer.MAX_VALUE) <= SMALL;
    }

    /** Hibernate takes its default length for none here, and only here. */
    private String nationalText(ColumnType type) {
        boolean isDefault = type.length() == TypeNames.DEFAULT_LENGTH;
        return large(isDefault ? Integer.MAX_VALUE : type.lengthOr(Integer.MAX_VALUE), "text")
                + flavor.nationalClause();
    }

    private static String large(ColumnType type, String kind) {
        return large(type.lengthOr(Integer.MAX_VALUE), kind);
    }

    private static String large(int length, String kind) {
        if (length <= TINY) {
            return "tiny" + kind;
        }
        if (length <= SMALL) {
            return kind;
        }
        return (length <= MEDIUM ? "medium" : "long") + kind;
    }
}
