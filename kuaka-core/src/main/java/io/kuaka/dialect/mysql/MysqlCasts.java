package io.kuaka.dialect.mysql;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TextPatterns;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values get through the change of a column's type.
 *
 * <p>{@code modify column} converts by itself and, in the strict mode that is the default, refuses what doesn't fit.
 * Where it would understand values in another way they are first put into words that it understands, in a column of a
 * type in between.
 */
final class MysqlCasts {
    private enum Family {
        TEXT,
        NUMBER,
        BOOLEAN,
        UUID,
        LOCAL_TIME,
        ZONED_TIME,
        OTHER
    }

    private static final String TIME = "^ *[0-9]{1,2}:[0-9]{2}";

    /** The server takes other numbers for dates and times too, and months and days may be zero. */
    private static final String DATE = "^ *[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final ColumnType TEXT = ColumnType.of(Kind.TEXT);

    private final MysqlSqlGrammar grammar;

    MysqlCasts(MysqlSqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns the statements that prepare the values. */
    List<String> before(TableName table, ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        if (ConversionRules.changesEnumStorage(from, to)) {
            String value = EnumConversion.of(grammar, column, from, to, column);
            return from.kind() == to.kind()
                    ? List.of(update(table, column, value))
                    : List.of(modify(table, column, "varchar(255)"), update(table, column, value));
        }
        if (packsUuids(from, to)) {
            return List.of(
                    modify(table, column, "varbinary(255)"),
                    update(table, column, grammar.converted(column, from, to)));
        }
        List<String> statements = new ArrayList<>();
        if (family(from) == Family.BOOLEAN && family(to) == Family.TEXT) {
            statements.add(modify(table, column, "tinyint"));
            statements.add(modify(table, column, "varchar(255)"));
            statements.add(update(table, column, "case " + column + " when '1' then 'true' when '0' then 'false' end"));
        } else if (family(to) == Family.BOOLEAN && family(from) == Family.TEXT) {
            statements.add(update(table, column, bool(column)));
            statements.add(modify(table, column, "tinyint"));
        } else if (family(to) == Family.BOOLEAN && family(from) == Family.NUMBER) {
            statements.add(update(table, column, column + " <> 0"));
        } else if (crossesZones(from, to)) {
            statements.add("set @kuaka_time_zone = @@time_zone, time_zone = '+00:00'");
        }
        return statements;
    }

    /** Returns the statements that have to be run when the type has changed. */
    List<String> after(ColumnChange change) {
        return crossesZones(change.before().type(), change.after().type())
                ? List.of("set time_zone = @kuaka_time_zone")
                : List.of();
    }

    /** Returns a value as a text. */
    String asText(String column, ColumnType type) {
        if (packsUuids(type, TEXT)) {
            return "bin_to_uuid(" + column + ")";
        }
        return family(type) == Family.TEXT ? column : "cast(" + column + " as char)";
    }

    /** Returns the condition that a text can't be converted, or null where each can. */
    static @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (family(from) != Family.TEXT) {
            return null;
        }
        return switch (to.kind()) {
            case BOOLEAN -> bool(column) + " not in ('0', '1')";
            case DATE, TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC ->
                column + " not regexp '" + DATE + "' or " + isNo("datetime", column);
            case TIME, TIME_TZ, TIME_UTC -> column + " not regexp '" + TIME + "' or " + isNo("time", column);
            case JSON -> "not json_valid(" + column + ")";
            default -> TextPatterns.misfits(column, to);
        };
    }

    private static String isNo(String type, String column) {
        return "(" + column + " is not null and cast(" + column + " as " + type + ") is null)";
    }

    private static String bool(String column) {
        return "case when lower(" + column + ") in ('true', 't', 'yes', 'y', 'on') then '1' when lower(" + column
                + ") in ('false', 'f', 'no', 'n', 'off') then '0' else " + column + " end";
    }

    private String modify(TableName table, String column, String type) {
        return grammar.alterTable(
                table, List.of(new Clause(Clause.Kind.ALTER_COLUMN, column, "modify column " + column + " " + type)));
    }

    private String update(TableName table, String column, String value) {
        return "update " + grammar.name(table) + " set " + column + " = " + value;
    }

    /** The server converts between its two types of date and time by the session's zone; UTC is meant. */
    private static boolean crossesZones(ColumnType from, ColumnType to) {
        return (family(from) == Family.LOCAL_TIME && family(to) == Family.ZONED_TIME)
                || (family(from) == Family.ZONED_TIME && family(to) == Family.LOCAL_TIME);
    }

    /** A text can't become the bytes of a UUID by itself. */
    boolean packsUuids(ColumnType before, ColumnType after) {
        Family from = family(before);
        Family to = family(after);
        return grammar.family().packsUuids()
                && ((from == Family.TEXT && to == Family.UUID) || (from == Family.UUID && to == Family.TEXT));
    }

    private static Family family(ColumnType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB -> Family.TEXT;
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, DURATION, ORDINAL_ENUM -> Family.NUMBER;
            case BOOLEAN -> Family.BOOLEAN;
            case UUID -> Family.UUID;
            case DATE, TIMESTAMP, TIMESTAMP_UTC -> Family.LOCAL_TIME;
            case TIMESTAMP_TZ -> Family.ZONED_TIME;
            case TIME, TIME_TZ, TIME_UTC, BINARY, VARBINARY, BLOB, JSON, XML, INET, ARRAY -> Family.OTHER;
            case ENUM, NATIVE_ENUM, SQL -> Family.OTHER;
        };
    }
}
