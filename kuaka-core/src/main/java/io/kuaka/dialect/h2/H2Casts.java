package io.kuaka.dialect.h2;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TextPatterns;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values get through the change of a column's type.
 *
 * <p>The database converts by itself, and refuses what doesn't fit. It is told only what it would understand in another
 * way: times without a zone, which are taken for UTC whatever the session's zone is, texts that are
 * JSON, and texts that are large objects.
 */
final class H2Casts {
    private enum Family {
        LOCAL_TIME,
        ZONED_TIME,
        JSON,
        BOOLEAN,
        TEXT,
        OTHER
    }

    private final H2SqlGrammar grammar;

    H2Casts(H2SqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns the expression that converts a column, or nothing where the database does it by itself. */
    Optional<String> using(ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        if (ConversionRules.changesEnumStorage(from, to)) {
            return Optional.of(EnumConversion.of(grammar, column, from, to, "cast(" + column + " as varchar)"));
        }
        Family source = family(from);
        boolean isLarge = source == Family.TEXT && grammar.isLargeObject(from);
        if (isLarge && family(to) != Family.TEXT && family(to) != Family.JSON) {
            return Optional.of("cast(" + column + " as varchar)");
        }
        return switch (family(to)) {
            case ZONED_TIME -> source == Family.LOCAL_TIME ? Optional.of(zoned(column)) : Optional.empty();
            case LOCAL_TIME -> source == Family.ZONED_TIME ? Optional.of(local(column)) : Optional.empty();
            case JSON -> source == Family.TEXT ? Optional.of(column + " format json") : Optional.empty();
            case TEXT -> source == Family.BOOLEAN ? Optional.of(lower(column)) : Optional.empty();
            case BOOLEAN, OTHER -> Optional.empty();
        };
    }

    /** A text keeps the date and time as they are; a cast between the two types would go by the session's zone. */
    private static String zoned(String column) {
        return "cast(cast(cast(" + column + " as timestamp(9)) as varchar) || '+00' as timestamp(9) with time zone)";
    }

    private static String local(String column) {
        return "cast(replace(cast(" + column + " at time zone 'UTC' as varchar), '+00', '') as timestamp(9))";
    }

    private static String lower(String column) {
        return "lower(cast(" + column + " as varchar))";
    }

    /** Returns the condition that a text can't be converted, or null where each can; some fail as they are looked at. */
    static @Nullable String misfits(String column, ColumnType from, ColumnType to, String type) {
        if (!isText(from)) {
            return null;
        }
        return switch (to.kind()) {
            case BOOLEAN -> "lower(" + column + ") not in ('true', 't', 'yes', 'y', '1', 'false', 'f', 'no', 'n', '0')";
            case DATE, TIME, TIME_TZ, TIME_UTC, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC ->
                column + " is not null and cast(" + column + " as " + type + ") is null";
            case JSON -> column + " is not null and " + column + " format json is null";
            default -> TextPatterns.misfits(column, to);
        };
    }

    static boolean isText(ColumnType type) {
        return family(type) == Family.TEXT;
    }

    private static Family family(ColumnType type) {
        return switch (type.kind()) {
            case DATE, TIMESTAMP -> Family.LOCAL_TIME;
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> Family.ZONED_TIME;
            case JSON -> Family.JSON;
            case BOOLEAN -> Family.BOOLEAN;
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, XML -> Family.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, DURATION, ORDINAL_ENUM -> Family.OTHER;
            case TIME, TIME_TZ, TIME_UTC, BINARY, VARBINARY, BLOB, UUID, INET, ARRAY -> Family.OTHER;
            case ENUM, NATIVE_ENUM, SQL -> Family.OTHER;
        };
    }
}
