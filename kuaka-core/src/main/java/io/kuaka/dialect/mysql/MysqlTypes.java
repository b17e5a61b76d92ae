package io.kuaka.dialect.mysql;

import io.kuaka.state.ColumnType;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of types: those of Hibernate's {@code MySQLDialect} and {@code MariaDBDialect}. */
final class MysqlTypes {
    /** What Hibernate takes for the longest {@code varchar}: 65535 bytes hold that many characters of 4 bytes. */
    private static final int MAX_VARCHAR = 16_383;

    private static final int TINY = 255;
    private static final int SMALL = 65_535;
    private static final int MEDIUM = 16_777_215;

    private final ServerFlavor flavor;

    MysqlTypes(ServerFlavor flavor) {
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
            case DECIMAL -> decimal(type, "decimal(38,2)");
            case DURATION -> decimal(type, "decimal(21,0)");
            case CHAR -> "varchar(" + size(type, 1) + ")";
            case VARCHAR -> varchar(size(type, 255));
            case NVARCHAR -> varchar(size(type, 255)) + flavor.nationalClause();
            case TEXT, XML -> "longtext";
            case NTEXT -> "longtext" + flavor.nationalClause();
            case CLOB -> large(type, "text");
            case NCLOB -> large(type, "text") + flavor.nationalClause();
            case BINARY -> "binary(" + size(type, 255) + ")";
            case VARBINARY -> varbinary(type);
            case BLOB -> large(type, "blob");
            case DATE -> "date";
            case TIME, TIME_TZ, TIME_UTC -> "time(" + size(type, 0) + ")";
            case TIMESTAMP, TIMESTAMP_UTC -> "datetime(" + size(type, 6) + ")";
            case TIMESTAMP_TZ -> "timestamp(" + size(type, 6) + ")";
            case UUID -> flavor.packsUuids() ? "binary(16)" : "uuid";
            case JSON, ARRAY -> "json";
            case INET -> "varbinary(19)";
            case ENUM, NATIVE_ENUM -> enumeration(type, grammar);
            case ORDINAL_ENUM -> type.values().size() > 128 ? "smallint" : "tinyint";
            case SQL -> type.requireName();
        };
    }

    /** Returns whether values of a type are large objects, which have limits as keys and defaults. */
    static boolean isLarge(String type) {
        return type.toLowerCase(Locale.ROOT).matches("(tiny|medium|long)?(text|blob)\\b.*|json");
    }

    /** Returns whether a type has a collation, by which values that differ can be equal. */
    static boolean isText(String type) {
        return type.toLowerCase(Locale.ROOT).matches("(var)?char\\b.*|(tiny|medium|long)?text\\b.*");
    }

    private static String decimal(ColumnType type, String usual) {
        return type.length() == ColumnType.UNSET
                ? usual
                : "decimal(" + type.length() + "," + Math.max(type.scale(), 0) + ")";
    }

    private static String varchar(int length) {
        return length <= MAX_VARCHAR ? "varchar(" + length + ")" : large(length, "text");
    }

    private static String varbinary(ColumnType type) {
        boolean fits = type.length() != ColumnType.UNSET && type.length() <= SMALL;
        return fits ? "varbinary(" + type.length() + ")" : large(type, "blob");
    }

    private static String large(ColumnType type, String kind) {
        return large(type.length() == ColumnType.UNSET ? Integer.MAX_VALUE : type.length(), kind);
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

    private static int size(ColumnType type, int usual) {
        return type.length() == ColumnType.UNSET ? usual : type.length();
    }

    /** Hibernate has the values in the order of their names. */
    private static String enumeration(ColumnType type, MysqlSqlGrammar grammar) {
        return type.values().stream().sorted().map(grammar::text).collect(Collectors.joining(", ", "enum (", ")"));
    }
}
