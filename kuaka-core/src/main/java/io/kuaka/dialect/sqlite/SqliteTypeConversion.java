package io.kuaka.dialect.sqlite;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite converts values when a column's type changes.
 *
 * <p>SQLite would store any value in any column, and its casts turn what they can't convert into 0. If that could
 * happen, a query looks for such values first.
 */
final class SqliteTypeConversion extends TypeConversion {
    private final SqliteSqlGrammar grammar;

    SqliteTypeConversion(SqliteSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
    }

    /** A column has the values that the rebuild of its table inserts. */
    @Override
    public Optional<String> using(ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        return Optional.of(
                ConversionRules.changesEnumStorage(from, to)
                        ? EnumConversion.of(grammar, column, from, to, "cast(" + column + " as text)")
                        : convert(column, from, to));
    }

    private String convert(String column, ColumnType from, ColumnType to) {
        return switch (to.family()) {
            case TEXT, NAMED_ENUM, JSON, XML -> asText(column, from);
            case INTEGER, ORDINAL_ENUM -> toInteger(column, from);
            case DECIMAL, FLOATING -> from.family() == TypeFamily.TEXT ? "cast(" + column + " as numeric)" : column;
            case BOOLEAN -> toBoolean(column, from);
            case BYTES -> from.family() == TypeFamily.TEXT ? "cast(" + column + " as blob)" : column;
            case UUID -> from.family() == TypeFamily.TEXT ? "unhex(replace(" + column + ", '-', ''))" : column;
            case DATE, TIME, TIMESTAMP, INSTANT, NETWORK, ARRAY, OTHER -> column;
        };
    }

    private static String toInteger(String column, ColumnType from) {
        if (from.family() == TypeFamily.TEXT) {
            return "cast(" + column + " as integer)";
        }
        boolean hasFractions = from.family() == TypeFamily.DECIMAL || from.family() == TypeFamily.FLOATING;
        return hasFractions ? "cast(round(" + column + ") as integer)" : column;
    }

    private static String toBoolean(String column, ColumnType from) {
        if (from.family() == TypeFamily.TEXT) {
            return "case when lower(" + column + ") in ('true', 't', 'yes', 'y', 'on', '1') then 1 when " + column
                    + " is not null then 0 end";
        }
        return from.family().isNumber() ? column + " <> 0" : column;
    }

    @Override
    public String asText(String column, ColumnType type) {
        return switch (type.family()) {
            case TEXT, NAMED_ENUM, JSON, XML, NETWORK, ARRAY, OTHER -> column;
            case DATE, TIME, TIMESTAMP, INSTANT -> timeToText(column, type);
            case INTEGER, ORDINAL_ENUM, DECIMAL, FLOATING, BYTES -> "cast(" + column + " as text)";
            case BOOLEAN ->
                "case when " + column + " is null then null when " + column + " then 'true' else 'false' end";
            case UUID ->
                // The function hex makes an empty text of null.
                "nullif(lower(substr(hex(" + column + "), 1, 8) || '-' || substr(hex(" + column
                        + "), 9, 4) || '-' || substr(hex("
                        + column + "), 13, 4) || '-' || substr(hex(" + column + "), 17, 4) || '-' || substr(hex("
                        + column + "), 21)), '----')";
        };
    }

    @Override
    public String characters(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String bytes(String column, ColumnType from) {
        return "length(" + column + ")";
    }

    /** The driver stores milliseconds, whatever the type says. */
    @Override
    public String cutSeconds(String column, ColumnType type) {
        return column;
    }

    @Override
    public String hasTimeOfDay(String column) {
        return timeToText(column, "strftime('%H:%M:%f', " + column + ")", "%H:%M:%f", ", 'localtime'")
                + " <> '00:00:00.000'";
    }

    private static String timeToText(String column, ColumnType from) {
        String date = from.family() == TypeFamily.TIME ? "" : "%Y-%m-%d";
        String time = from.family() == TypeFamily.DATE ? "" : "%H:%M:%f";
        String zone = from.family() == TypeFamily.INSTANT ? "" : ", 'localtime'";
        return timeToText(column, column, (date + " " + time).strip(), zone);
    }

    /** The driver stores a number of milliseconds; for dates and times without a zone, in the system's zone. */
    private static String timeToText(String column, String text, String form, String zone) {
        return "case when typeof(" + column + ") = 'integer' then strftime('" + form + "', " + column
                + " / 1000.0, 'unixepoch'" + zone + ") else " + text + " end";
    }

    /**
     * A comparison with a number converts texts to numbers, but only well-formed ones:
     * https://sqlite.org/datatype3.html, section 4.2.
     */
    @Override
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (from.family() != TypeFamily.TEXT) {
            return to.family() == TypeFamily.UUID ? "length(" + column + ") <> 16" : null;
        }
        return switch (to.family()) {
            case INTEGER -> column + " <> cast(" + column + " as integer)";
            case DECIMAL, FLOATING -> column + " <> cast(" + column + " as numeric)";
            case UUID -> column + " is not null and coalesce(length(unhex(replace(" + column + ", '-', ''))), 0) <> 16";
            case BOOLEAN ->
                "lower(" + column
                        + ") not in ('true', 't', 'yes', 'y', 'on', '1', 'false', 'f', 'no', 'n', 'off', '0')";
            case JSON -> "not json_valid(" + column + ")";
            case TIME ->
                column + " not glob '[0-9][0-9]:[0-9][0-9]*' or (" + column + " is not null and time(" + column
                        + ") is null)";
            case DATE, TIMESTAMP, INSTANT ->
                column + " not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' or (" + column
                        + " is not null and julianday(" + column + ") is null)";
            case TEXT, BYTES, XML, NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
        };
    }
}
