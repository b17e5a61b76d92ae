package io.kuaka.dialect.postgresql;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.table.Column;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import java.util.Optional;

/**
 * How values get through the change of a column's type.
 *
 * <p>Between types of one family the database converts by itself, and refuses what is too long or too large; an explicit
 * cast to {@code varchar(5)} would cut in silence. Texts are therefore always cast to {@code text} and shortened by the
 * assignment. Times with and without a zone are taken for UTC, whatever the session's zone is.
 */
final class PostgresCasts {
    /** Types whose values the database converts into each other by assignment. */
    private enum Family {
        TEXT,
        NUMBER,
        BOOLEAN,
        BYTES,
        TEXT_OBJECT,
        BYTE_OBJECT,
        UUID,
        LOCAL_TIME,
        ZONED_TIME,
        OTHER
    }

    private final PostgresSqlGrammar grammar;

    PostgresCasts(PostgresSqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns the expression that converts a column, or nothing where the database does it by itself. */
    Optional<String> using(ColumnChange change) {
        Column after = change.after();
        ColumnType from = change.before().type();
        ColumnType to = after.type();
        String column = grammar.identifier(after.name());
        if (ConversionRules.changesEnumStorage(from, to)) {
            String cases = EnumConversion.of(grammar, column, from, to, column + "::text");
            return Optional.of(
                    to.kind() == ColumnType.Kind.NATIVE_ENUM ? "(" + cases + ")::" + grammar.type(to) : cases);
        }
        if (grammar.type(from).equals(grammar.type(to))) {
            return Optional.empty();
        }
        Family source = family(from);
        Family target = family(to);
        boolean byAssignment = source == target && target != Family.OTHER;
        return byAssignment ? Optional.empty() : Optional.of(convert(column, source, target, grammar.type(to)));
    }

    private static String convert(String column, Family source, Family target, String type) {
        return switch (target) {
            case TEXT -> toText(column, source);
            case NUMBER -> source == Family.BOOLEAN ? column + "::integer" : cast(column, source, type);
            case BOOLEAN -> source == Family.NUMBER ? column + " <> 0" : cast(column, source, type);
            case BYTES -> toBytes(column, source);
            case TEXT_OBJECT -> "lo_from_bytea(0, convert_to(" + toText(column, source) + ", 'UTF8'))";
            case BYTE_OBJECT -> "lo_from_bytea(0, " + toBytes(column, source) + ")";
            case UUID -> source == Family.BYTES ? "encode(" + column + ", 'hex')::uuid" : cast(column, source, type);
            case ZONED_TIME ->
                source == Family.LOCAL_TIME ? column + "::timestamp at time zone 'UTC'" : cast(column, source, type);
            case LOCAL_TIME ->
                source == Family.ZONED_TIME
                        ? "(" + column + " at time zone 'UTC')::" + type
                        : cast(column, source, type);
            case OTHER -> cast(column, source, type);
        };
    }

    private static String cast(String column, Family source, String type) {
        return source == Family.TEXT_OBJECT ? toText(column, source) + "::" + type : column + "::" + type;
    }

    /** Returns a value as a text. */
    static String asText(String column, ColumnType type) {
        Family family = family(type);
        return family == Family.TEXT ? column : toText(column, family);
    }

    private static String toText(String column, Family source) {
        return switch (source) {
            case TEXT_OBJECT, BYTE_OBJECT -> "convert_from(lo_get(" + column + "), 'UTF8')";
            case BYTES -> "convert_from(" + column + ", 'UTF8')";
            case TEXT, NUMBER, BOOLEAN, UUID, LOCAL_TIME, ZONED_TIME, OTHER -> column + "::text";
        };
    }

    private static String toBytes(String column, Family source) {
        return switch (source) {
            case BYTES -> column;
            case TEXT_OBJECT, BYTE_OBJECT -> "lo_get(" + column + ")";
            case UUID -> "decode(replace(" + column + "::text, '-', ''), 'hex')";
            case TEXT, NUMBER, BOOLEAN, LOCAL_TIME, ZONED_TIME, OTHER ->
                "convert_to(" + toText(column, source) + ", 'UTF8')";
        };
    }

    private static Family family(ColumnType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, NVARCHAR, NTEXT, ENUM -> Family.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, DURATION, ORDINAL_ENUM -> Family.NUMBER;
            case BOOLEAN -> Family.BOOLEAN;
            case BINARY, VARBINARY -> Family.BYTES;
            case CLOB, NCLOB -> Family.TEXT_OBJECT;
            case BLOB -> Family.BYTE_OBJECT;
            case UUID -> Family.UUID;
            case DATE, TIMESTAMP -> Family.LOCAL_TIME;
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> Family.ZONED_TIME;
            case TIME, TIME_TZ, TIME_UTC, JSON, XML, INET, ARRAY, NATIVE_ENUM, SQL -> Family.OTHER;
        };
    }
}
