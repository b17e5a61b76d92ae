package io.kuaka.dialect.sqlite;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import org.jspecify.annotations.Nullable;

/**
 * How values get through the change of a column's type.
 *
 * <p>SQLite itself would keep any value in any column, and its casts turn what they don't understand into 0. Where that
 * could happen a query looks for such values first.
 */
final class SqliteCasts {
    private enum Family {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        BYTES,
        UUID,
        TIME,
        OTHER
    }

    private final SqliteSqlGrammar grammar;

    SqliteCasts(SqliteSqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns the expression that gives the new value of a column. */
    String convert(ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        if (ConversionRules.changesEnumStorage(from, to)) {
            return EnumConversion.of(grammar, column, from, to, "cast(" + column + " as text)");
        }
        Family source = family(from);
        return switch (family(to)) {
            case TEXT -> asText(column, from);
            case INTEGER -> toInteger(column, source);
            case DECIMAL -> source == Family.TEXT ? "cast(" + column + " as numeric)" : column;
            case BOOLEAN -> toBoolean(column, source);
            case BYTES -> source == Family.TEXT ? "cast(" + column + " as blob)" : column;
            case UUID -> source == Family.TEXT ? "unhex(replace(" + column + ", '-', ''))" : column;
            case TIME, OTHER -> column;
        };
    }

    private static String toInteger(String column, Family source) {
        return switch (source) {
            case TEXT -> "cast(" + column + " as integer)";
            case DECIMAL -> "cast(round(" + column + ") as integer)";
            case INTEGER, BOOLEAN, BYTES, UUID, TIME, OTHER -> column;
        };
    }

    /** Returns a value as a text. */
    static String asText(String column, ColumnType type) {
        return switch (family(type)) {
            case TEXT, OTHER -> column;
            case TIME -> timeToText(column, type);
            case INTEGER, DECIMAL, BYTES -> "cast(" + column + " as text)";
            case BOOLEAN ->
                "case when " + column + " is null then null when " + column + " then 'true' else 'false' end";
            case UUID ->
                "lower(substr(hex(" + column + "), 1, 8) || '-' || substr(hex(" + column
                        + "), 9, 4) || '-' || substr(hex("
                        + column + "), 13, 4) || '-' || substr(hex(" + column + "), 17, 4) || '-' || substr(hex("
                        + column + "), 21))";
        };
    }

    /** Returns the condition that a date and time isn't the begin of a day. */
    static String hasTimeOfDay(String column) {
        return timeToText(column, "strftime('%H:%M:%f', " + column + ")", "%H:%M:%f", ", 'localtime'")
                + " <> '00:00:00.000'";
    }

    private static String timeToText(String column, ColumnType from) {
        String form =
                switch (from.kind()) {
                    case DATE -> "%Y-%m-%d";
                    case TIME, TIME_TZ, TIME_UTC -> "%H:%M:%f";
                    default -> "%Y-%m-%d %H:%M:%f";
                };
        String zone =
                switch (from.kind()) {
                    case TIMESTAMP_TZ, TIMESTAMP_UTC -> "";
                    default -> ", 'localtime'";
                };
        return timeToText(column, column, form, zone);
    }

    /** The driver keeps a number of milliseconds, which for dates and times without a zone is that of the system's zone. */
    private static String timeToText(String column, String text, String form, String zone) {
        return "case when typeof(" + column + ") = 'integer' then strftime('" + form + "', " + column
                + " / 1000.0, 'unixepoch'" + zone + ") else " + text + " end";
    }

    private static String toBoolean(String column, Family source) {
        return switch (source) {
            case INTEGER, DECIMAL -> column + " <> 0";
            case TEXT ->
                "case when lower(" + column + ") in ('true', 't', 'yes', 'y', 'on', '1') then 1 when " + column
                        + " is not null then 0 end";
            case BOOLEAN, BYTES, UUID, TIME, OTHER -> column;
        };
    }

    /**
     * Returns the condition that a value can't be converted, or null where each can. A comparison with a number makes
     * numbers of texts, but only of those that are well-formed: https://sqlite.org/datatype3.html, section 4.2.
     */
    static @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (family(from) == Family.BYTES && family(to) == Family.UUID) {
            return "length(" + column + ") <> 16";
        }
        if (family(from) != Family.TEXT || ConversionRules.changesEnumStorage(from, to)) {
            return null;
        }
        if (to.kind() == ColumnType.Kind.JSON) {
            return "not json_valid(" + column + ")";
        }
        return switch (family(to)) {
            case INTEGER -> column + " <> cast(" + column + " as integer)";
            case DECIMAL -> column + " <> cast(" + column + " as numeric)";
            case UUID -> column + " is not null and coalesce(length(unhex(replace(" + column + ", '-', ''))), 0) <> 16";
            case BOOLEAN ->
                "lower(" + column
                        + ") not in ('true', 't', 'yes', 'y', 'on', '1', 'false', 'f', 'no', 'n', 'off', '0')";
            case TIME -> isNoTime(column, to);
            case TEXT, BYTES, OTHER -> null;
        };
    }

    private static String isNoTime(String column, ColumnType to) {
        return switch (to.kind()) {
            case TIME, TIME_TZ, TIME_UTC ->
                column + " not glob '[0-9][0-9]:[0-9][0-9]*' or (" + column + " is not null and time(" + column
                        + ") is null)";
            default ->
                column + " not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' or (" + column
                        + " is not null and julianday(" + column + ") is null)";
        };
    }

    private static Family family(ColumnType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, ENUM, NATIVE_ENUM, JSON, XML -> Family.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT, ORDINAL_ENUM, DURATION -> Family.INTEGER;
            case REAL, DOUBLE, DECIMAL -> Family.DECIMAL;
            case BOOLEAN -> Family.BOOLEAN;
            case BINARY, VARBINARY, BLOB -> Family.BYTES;
            case UUID -> Family.UUID;
            case DATE, TIME, TIME_TZ, TIME_UTC, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> Family.TIME;
            case INET, ARRAY, SQL -> Family.OTHER;
        };
    }
}
