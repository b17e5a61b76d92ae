package com.example.sqlserver;

import io.kuaka.schema.conversion.EnumConversion;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values get through the change of a column's type on SQL Server: {@code alter column} converts by itself. Truth
 * values and enumerations become other texts than it would make of them, so they take a text column as a step between.
 */
final class SqlServerTypeConversion extends TypeConversion {
    private static final String BETWEEN = "varchar(255)";

    private final SqlServerSqlGrammar grammar;

    SqlServerTypeConversion(SqlServerSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
    }

    SqlServerSqlGrammar sqlServer() {
        return grammar;
    }

    @Override
    public List<Sql> before(TableName table, ColumnChange change) {
        ColumnType from = change.before().type();
        ColumnType to = change.after().type();
        String name = change.after().name();
        String column = grammar.identifier(name);
        if (ConversionRules.changesEnumStorage(from, to)) {
            return through(table, name, EnumConversion.of(grammar, column, from, to, column));
        }
        return from.family() == TypeFamily.BOOLEAN && to.family() == TypeFamily.TEXT
                ? through(table, name, "case " + column + " when '1' then 'true' when '0' then 'false' end")
                : List.of();
    }

    /** Converts the values by hand while the column is a text. */
    private List<Sql> through(TableName table, String name, String value) {
        String assignment = grammar.identifier(name) + " = " + value;
        return List.of(
                grammar.alterTable(table, List.of(grammar.alterColumn(name, BETWEEN))),
                Sql.rows(grammar.update(table, List.of(assignment), null)));
    }

    @Override
    public String asText(String column, ColumnType type) {
        return switch (type.family()) {
            case TEXT, NAMED_ENUM -> column;
            case BOOLEAN -> "case " + column + " when 1 then 'true' when 0 then 'false' end";
            case INTEGER, DECIMAL, FLOATING, BYTES, UUID, DATE, TIME, TIMESTAMP, INSTANT -> text(column);
            case JSON, XML, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> text(column);
        };
    }

    private static String text(String column) {
        return "cast(" + column + " as varchar(max))";
    }

    @Override
    public String number(String text) {
        return "cast(" + text + " as numeric(38, 10))";
    }

    @Override
    public String whole(String number) {
        return rounded(number, 0);
    }

    @Override
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        if (from.family() != TypeFamily.TEXT) {
            return null;
        }
        return switch (to.family()) {
            case INTEGER -> isNo("bigint", column);
            case DECIMAL, FLOATING -> isNo("numeric(38, 10)", column);
            case BOOLEAN, UUID, DATE, TIME, TIMESTAMP, INSTANT, XML -> isNo(grammar.type(to), column);
            case JSON -> "isjson(" + column + ") = 0";
            case TEXT, BYTES, NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> null;
        };
    }

    /** An empty text would become 0, or the first day of 1900. */
    private static String isNo(String type, String column) {
        return column + " is not null and try_cast(nullif(" + column + ", '') as " + type + ") is null";
    }

    /** Spaces at the end don't count by themselves. */
    @Override
    public String characters(String text) {
        return "len(" + text + " + '.') - 1";
    }

    @Override
    public String bytes(String column, ColumnType from) {
        return "datalength(" + column + ")";
    }

    /** Most collations take texts for equal that differ in case. */
    @Override
    public String differs(Column column, String value, String other) {
        return column.type().family() == TypeFamily.TEXT
                ? value + " <> " + other + " collate Latin1_General_BIN2"
                : super.differs(column, value, other);
    }
}
