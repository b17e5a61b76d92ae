package io.kuaka.dialect.postgresql;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TextPatterns;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL converts values when a column's type changes.
 *
 * <p>Between similar types the database converts by itself, and refuses what is too long or too large; an explicit cast
 * to {@code varchar(5)} would truncate silently. Texts are therefore always cast to {@code text}, and the assignment
 * checks their length. Times without a zone are taken as UTC, whatever the session's zone is.
 */
final class PostgresTypeConversion extends TypeConversion {
    private final PostgresSqlGrammar grammar;

    PostgresTypeConversion(PostgresSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
    }

    @Override
    public Clause keeping(TableName table, ColumnChange change, Clause clause) {
        return clause.completedBy(new KeptAttributes(grammar(), table, change, clause.sql()));
    }

    @Override
    public Optional<String> using(ColumnChange change) {
        Column after = change.after();
        ColumnType from = change.before().type();
        ColumnType to = after.type();
        String column = grammar.identifier(after.name());
        String type = grammar.type(to);
        if (ConversionRules.changesEnumStorage(from, to)) {
            String cases = EnumConversion.of(grammar, column, from, to, column + "::text");
            return Optional.of(to.kind() == Kind.NATIVE_ENUM ? "(" + cases + ")::" + type : cases);
        }
        return grammar.type(from).equals(type) || isAssignable(from, to)
                ? Optional.empty()
                : Optional.of(convert(column, from, to, type));
    }

    /** Returns whether the database converts values of one type to the other by an assignment. */
    private static boolean isAssignable(ColumnType from, ColumnType to) {
        return (isText(from) && isText(to))
                || (isNumber(from) && isNumber(to))
                || (isLocalTime(from) && isLocalTime(to))
                || (from.family() == TypeFamily.INSTANT && to.family() == TypeFamily.INSTANT);
    }

    private static String convert(String column, ColumnType from, ColumnType to, String type) {
        return switch (to.family()) {
            case TEXT -> isObject(to) ? "lo_from_bytea(0, " + encoded(column, from) + ")" : toText(column, from);
            case NAMED_ENUM ->
                isText(to) ? toText(column, from) : cast(isEnum(from) ? column + "::text" : column, from, type);
            case INTEGER, DECIMAL, FLOATING, ORDINAL_ENUM ->
                from.family() == TypeFamily.BOOLEAN ? column + "::integer" : cast(column, from, type);
            case BOOLEAN -> isNumber(from) ? column + " <> 0" : cast(column, from, type);
            case BYTES -> isObject(to) ? "lo_from_bytea(0, " + toBytes(column, from) + ")" : toBytes(column, from);
            case UUID ->
                from.family() == TypeFamily.BYTES
                        ? "encode(" + toBytes(column, from) + ", 'hex')::uuid"
                        : cast(column, from, type);
            case INSTANT -> isLocalTime(from) ? column + "::timestamp at time zone 'UTC'" : cast(column, from, type);
            case DATE, TIMESTAMP ->
                from.family() == TypeFamily.INSTANT
                        ? "(" + column + " at time zone 'UTC')::" + type
                        : cast(column, from, type);
            case TIME ->
                to.kind().hasOffset() && from.family() == TypeFamily.TIME
                        ? "(" + column + "::text || '+00')::" + type
                        : cast(column, from, type);
            case ARRAY -> cast(isEnum(from) && isEnum(to) ? column + "::text[]" : column, from, type);
            case JSON, XML, NETWORK, OTHER -> cast(column, from, type);
        };
    }

    private static boolean isEnum(ColumnType type) {
        return PostgresSqlGrammar.enumeration(type).isPresent();
    }

    private static String cast(String column, ColumnType from, String type) {
        return from.family() == TypeFamily.TEXT && isObject(from)
                ? toText(column, from) + "::" + type
                : column + "::" + type;
    }

    @Override
    public String asText(String column, ColumnType type) {
        return isText(type) ? column : toText(column, type);
    }

    @Override
    public String bytes(String column, ColumnType from) {
        return super.bytes(toBytes(column, from), from);
    }

    @Override
    public Optional<String> hasOffset(String column) {
        return Optional.of("extract(timezone from " + column + ") <> 0");
    }

    /** What other forms of dates mean depends on the session, and {@code today} is a date, too. */
    @Override
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (from.family() != TypeFamily.TEXT) {
            return null;
        }
        return switch (to.family()) {
            case DATE, TIMESTAMP, INSTANT -> column + " !~ '" + TextPatterns.DATE + "'";
            case TIME -> column + " !~ '" + TextPatterns.TIME + "'";
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID, JSON, XML -> null;
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
        };
    }

    private static String toText(String column, ColumnType from) {
        if (isObject(from)) {
            return "convert_from(lo_get(" + column + "), 'UTF8')";
        }
        return from.family() == TypeFamily.BYTES ? "convert_from(" + column + ", 'UTF8')" : column + "::text";
    }

    private static String toBytes(String column, ColumnType from) {
        if (isObject(from)) {
            return "lo_get(" + column + ")";
        }
        return switch (from.family()) {
            case BYTES -> column;
            case UUID -> "decode(replace(" + column + "::text, '-', ''), 'hex')";
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, DATE, TIME, TIMESTAMP, INSTANT -> encoded(column, from);
            case JSON, XML, NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> encoded(column, from);
        };
    }

    private static String encoded(String column, ColumnType from) {
        return "convert_to(" + toText(column, from) + ", 'UTF8')";
    }

    /** A large object is stored apart from its row, which has only its id. */
    private static boolean isObject(ColumnType type) {
        return type.kind().isLocator();
    }

    private static boolean isText(ColumnType type) {
        return (type.family() == TypeFamily.TEXT && !isObject(type)) || type.kind() == Kind.ENUM;
    }

    private static boolean isNumber(ColumnType type) {
        return type.family().isNumber() || type.family() == TypeFamily.ORDINAL_ENUM;
    }

    private static boolean isLocalTime(ColumnType type) {
        return type.family() == TypeFamily.DATE || type.family() == TypeFamily.TIMESTAMP;
    }
}
