package io.kuaka.dialect.mysql;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TextPatterns;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How MySQL and MariaDB convert values when a column's type changes.
 *
 * <p>{@code modify column} converts by itself and, in the strict mode that is the default, refuses what doesn't fit. If
 * it would convert values differently, they are first rewritten in a column of an intermediate type.
 */
final class MysqlTypeConversion extends TypeConversion {
    private final MysqlSqlGrammar grammar;

    MysqlTypeConversion(MysqlSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
    }

    @Override
    public List<Sql> before(TableName table, ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String column = grammar.identifier(change.after().name());
        if (ConversionRules.changesEnumStorage(from, to)) {
            String value = EnumConversion.of(grammar, column, from, to, column);
            return from.kind() == to.kind()
                    ? List.of(update(table, column, value))
                    : List.of(modify(table, change, "varchar(255)"), update(table, column, value));
        }
        if (packsUuids(from, to)) {
            return List.of(modify(table, change, "varbinary(255)"), update(table, column, converted(column, from, to)));
        }
        List<Sql> statements = new ArrayList<>();
        if (from.family() == TypeFamily.BOOLEAN && to.family() == TypeFamily.TEXT) {
            statements.add(modify(table, change, "tinyint"));
            statements.add(modify(table, change, "varchar(255)"));
            statements.add(update(table, column, "case " + column + " when '1' then 'true' when '0' then 'false' end"));
        } else if (to.family() == TypeFamily.BOOLEAN && from.family() == TypeFamily.TEXT) {
            statements.add(update(table, column, bool(column)));
            statements.add(modify(table, change, "tinyint"));
        } else if (to.family() == TypeFamily.BOOLEAN && from.family().isNumber()) {
            statements.add(update(table, column, column + " <> 0"));
        } else if (crossesZones(from, to)) {
            statements.add(Sql.setting("set @kuaka_time_zone = @@time_zone, time_zone = '+00:00'"));
        }
        return statements;
    }

    @Override
    public List<Sql> after(ColumnChange change) {
        return crossesZones(change.before().type(), change.after().type())
                ? List.of(Sql.setting("set time_zone = @kuaka_time_zone"))
                : List.of();
    }

    @Override
    public Optional<String> exceedsSize(String column, ColumnType from, ColumnType to) {
        long size = MysqlTypeNames.size(grammar.type(to));
        return MysqlTypeNames.mostBytes(from, grammar) > size
                ? Optional.of("octet_length(" + column + ") > " + size)
                : Optional.empty();
    }

    @Override
    public String asText(String column, ColumnType type) {
        if (type.family() == TypeFamily.UUID && grammar.flavor().packsUuids()) {
            return "bin_to_uuid(" + column + ")";
        }
        return type.family() == TypeFamily.TEXT ? column : "cast(" + column + " as char)";
    }

    @Override
    public String number(String text) {
        return "cast(" + text + " as decimal(65, 30))";
    }

    /**
     * The server accepts other numbers as dates and times, too, and months and days may be zero. MySQL would pad bytes that
     * aren't a UUID with zeros.
     */
    @Override
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (from.family() != TypeFamily.TEXT) {
            return to.family() == TypeFamily.UUID ? "length(" + column + ") <> 16" : null;
        }
        return switch (to.family()) {
            case BOOLEAN -> bool(column) + " not in ('0', '1')";
            case DATE, TIMESTAMP, INSTANT ->
                column + " not regexp '" + TextPatterns.DATE + "' or " + isNo("datetime", column);
            case TIME -> column + " not regexp '" + TextPatterns.TIME + "' or " + isNo("time", column);
            case JSON -> "not json_valid(" + column + ")";
            case INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID, XML -> TextPatterns.misfits(column, to);
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
        };
    }

    @Override
    public String converted(String column, ColumnType from, ColumnType to) {
        return to.family() == TypeFamily.UUID && packsUuids(from, to)
                ? "uuid_to_bin(" + column + ")"
                : super.converted(column, from, to);
    }

    /** There is no cast to {@code timestamp}. */
    @Override
    public String cutSeconds(String column, ColumnType type) {
        return "cast(" + column + " as " + grammar.type(type).replace("timestamp", "datetime") + ")";
    }

    /** To most collations, texts that differ in case or accents are equal. */
    @Override
    public String differs(Column column, String value, String other) {
        return MysqlTypeNames.hasCollation(column.type())
                ? "cast(" + value + " as binary) <> cast(" + other + " as binary)"
                : super.differs(column, value, other);
    }

    private static String isNo(String type, String column) {
        return "(" + column + " is not null and cast(" + column + " as " + type + ") is null)";
    }

    private static String bool(String column) {
        return "case when lower(" + column + ") in ('true', 't', 'yes', 'y', 'on') then '1' when lower(" + column
                + ") in ('false', 'f', 'no', 'n', 'off') then '0' else " + column + " end";
    }

    private Sql modify(TableName table, ColumnChange change, String type) {
        String column = grammar.identifier(change.after().name());
        Clause clause = new Clause(Clause.Kind.ALTER_COLUMN, column, "modify column " + column + " " + type);
        return grammar.alterTable(
                table, List.of(KeptAttributes.in(clause, grammar, table, change.before(), change.after(), type)));
    }

    private Sql update(TableName table, String column, String value) {
        return Sql.rows(grammar.update(table, List.of(column + " = " + value), null));
    }

    /** The server converts between its two timestamp types by the session's zone, instead of UTC. */
    private static boolean crossesZones(ColumnType from, ColumnType to) {
        return (isLocalTime(from) && to.kind() == Kind.TIMESTAMP_TZ)
                || (from.kind() == Kind.TIMESTAMP_TZ && isLocalTime(to));
    }

    /** An instant is stored without a zone. */
    private static boolean isLocalTime(ColumnType type) {
        return type.family() == TypeFamily.DATE
                || type.family() == TypeFamily.TIMESTAMP
                || type.kind() == Kind.TIMESTAMP_UTC;
    }

    /** The server doesn't convert a text to the bytes of a UUID by itself. */
    private boolean packsUuids(ColumnType from, ColumnType to) {
        return grammar.flavor().packsUuids()
                && ((from.family() == TypeFamily.TEXT && to.family() == TypeFamily.UUID)
                        || (from.family() == TypeFamily.UUID && to.family() == TypeFamily.TEXT));
    }
}
