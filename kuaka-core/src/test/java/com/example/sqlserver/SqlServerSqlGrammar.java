package com.example.sqlserver;

import io.kuaka.expression.DatePart;
import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.grammar.Select;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.OnDelete;
import io.kuaka.state.Sequence;
import io.kuaka.state.UniqueConstraint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How SQL Server spells; the types are those of Hibernate's {@code SQLServerDialect}. */
final class SqlServerSqlGrammar extends SqlGrammar {
    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_NATIONAL_LENGTH = 4_000;
    private static final int MAX_ROWS = 1_000;

    SqlServerSqlGrammar(Features features) {
        super(features);
    }

    @Override
    protected Set<String> reservedWords() {
        return ReservedWords.ALL;
    }

    /** Names are kept as they are written. */
    @Override
    protected String fold(String name) {
        return name;
    }

    @Override
    protected String quote(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** Only national texts hold every character, whatever the collation. */
    @Override
    protected String quoteText(String value) {
        boolean isAscii = value.chars().allMatch(character -> character < 128);
        return (isAscii ? "" : "N") + super.quoteText(value);
    }

    @Override
    protected String bool(boolean value) {
        return value ? "1" : "0";
    }

    @Override
    protected String bytes(byte[] value) {
        return "0x" + HexFormat.of().formatHex(value);
    }

    @Override
    protected String date(LocalDate value) {
        return "cast('" + value + "' as date)";
    }

    @Override
    protected String time(LocalTime value) {
        return "cast('" + clock(cut(value)) + "' as time)";
    }

    @Override
    protected String timestamp(LocalDateTime value) {
        return "cast('" + value.toLocalDate() + "T" + clock(cut(value.toLocalTime())) + "' as datetime2)";
    }

    @Override
    protected String instant(Instant value) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return "cast('" + utc.toLocalDate() + "T" + clock(cut(utc.toLocalTime())) + "+00:00' as datetimeoffset)";
    }

    /** A literal with more than seven digits after the point is an error. */
    private static LocalTime cut(LocalTime value) {
        return value.withNano(value.getNano() / 100 * 100);
    }

    @Override
    protected String now() {
        return "sysdatetimeoffset()";
    }

    @Override
    protected String concat(List<String> parts) {
        return String.join(" + ", parts);
    }

    /** A bracket begins a set of characters. */
    @Override
    protected String pattern(String standard) {
        return standard.replace("[", "\\[");
    }

    /** A number of rows after others needs an order. */
    @Override
    public String select(Select query) {
        boolean isLimited = query.limit() != Select.ALL;
        boolean isTop = isLimited && query.offset() == 0;
        String from = restOf(query);
        return "select " + (isTop ? "top (" + query.limit() + ") " : "") + termsOf(query)
                + (query.kind() == Select.Kind.LOCKING
                        ? from.replaceFirst("(from \\S+)", "$1 with (updlock, rowlock)")
                        : from)
                + (query.offset() > 0 ? " offset " + query.offset() + " rows" : "")
                + (query.offset() > 0 && isLimited ? " fetch next " + query.limit() + " rows only" : "");
    }

    @Override
    protected String lengthFunction() {
        return "len";
    }

    @Override
    protected String part(DatePart part, String value) {
        return "datepart(" + part.function() + ", " + value + ")";
    }

    /** A number that the database would choose is taken from the statement only after the table is told so. */
    @Override
    public String insert(Table table, List<String> columns, List<String> values) {
        String insert = super.insert(table, columns, values);
        boolean choosesNumber =
                table.columns().stream().anyMatch(column -> column.isIdentity() && columns.contains(column.name()));
        String setting = "set identity_insert " + name(table.name());
        return choosesNumber ? setting + " on; " + insert + "; " + setting + " off" : insert;
    }

    @Override
    public List<String> insertRows(TableName table, List<String> columns, List<List<String>> rows) {
        if (rows.size() <= MAX_ROWS) {
            return super.insertRows(table, columns, rows);
        }
        List<String> statements = new ArrayList<>(super.insertRows(table, columns, rows.subList(0, MAX_ROWS)));
        statements.addAll(insertRows(table, columns, rows.subList(MAX_ROWS, rows.size())));
        return statements;
    }

    @Override
    public String keyAfter(List<String> columns, List<String> values) {
        return keyAfterEach(columns, values);
    }

    @Override
    public String keyUpTo(List<String> columns, List<String> values) {
        return keyUpToEach(columns, values);
    }

    @Override
    public String isNotTrue(String condition) {
        return "case when " + condition + " then 0 else 1 end = 1";
    }

    @Override
    public String onlyOneIsNull(String value, String other) {
        return "(" + value + " is null and " + other + " is not null or " + value + " is not null and " + other
                + " is null)";
    }

    /** A {@code tinyint} has no sign. */
    @Override
    public String type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bit";
            case TINYINT, SMALLINT -> "smallint";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case REAL -> "float(24)";
            case DOUBLE -> "float(53)";
            case DECIMAL -> decimal(type, "numeric(38,2)");
            case DURATION -> decimal(type, "numeric(21,0)");
            case CHAR -> "char(" + size(type, 1) + ")";
            case VARCHAR, ENUM, NATIVE_ENUM -> limited("varchar", size(type, 255), MAX_LENGTH);
            case NVARCHAR -> limited("nvarchar", size(type, 255), MAX_NATIONAL_LENGTH);
            case TEXT, CLOB -> "varchar(max)";
            case NTEXT, NCLOB, JSON -> "nvarchar(max)";
            case XML, ARRAY -> "xml";
            case BINARY -> "binary(" + size(type, 255) + ")";
            case VARBINARY -> limited("varbinary", size(type, Integer.MAX_VALUE), MAX_LENGTH);
            case LONG_VARBINARY, BLOB -> "varbinary(max)";
            case DATE -> "date";
            case TIME, TIME_TZ, TIME_UTC -> "time(" + size(type, 7) + ")";
            case TIMESTAMP -> "datetime2(" + size(type, 7) + ")";
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> "datetimeoffset(" + size(type, 7) + ")";
            case UUID -> "uniqueidentifier";
            case INET -> "varbinary(19)";
            case ORDINAL_ENUM -> type.values().size() > 256 ? "smallint" : "tinyint";
            case SQL -> type.requireName();
        };
    }

    private static String decimal(ColumnType type, String usual) {
        return type.length() == ColumnType.UNSET
                ? usual
                : "numeric(" + type.length() + "," + Math.max(type.scale(), 0) + ")";
    }

    private static String limited(String type, int length, int most) {
        return type + "(" + (length > most ? "max" : Integer.toString(length)) + ")";
    }

    private static int size(ColumnType type, int usual) {
        return type.length() == ColumnType.UNSET ? usual : type.length();
    }

    @Override
    protected boolean isLargeObject(ColumnType type) {
        String sql = type(type);
        return sql.endsWith("(max)") || sql.equals("xml");
    }

    /** A computed column states no type; a rule about nulls couldn't change while it is there, so it has none either. */
    @Override
    public String columnDefinition(TableName table, Column column) {
        return column.generated() == null
                ? super.columnDefinition(table, column)
                : identifier(column.name()) + generatedClause(column.generated());
    }

    @Override
    public boolean refusesNull(Column column) {
        return super.refusesNull(column) && column.generated() == null;
    }

    @Override
    public String generatedClause(@Nullable Generated generated) {
        return generated == null
                ? ""
                : " as (" + expression(generated.expression()) + ")" + (generated.stored() ? " persisted" : "");
    }

    /** Nothing makes a plain column of a computed one. */
    @Override
    public boolean storesValues(Generated generated) {
        return false;
    }

    @Override
    protected String identityClause(Column column) {
        return column.isIdentity() ? " identity not null" : "";
    }

    @Override
    protected String defaultClause(TableName table, Column column) {
        Expression value = column.defaultValue();
        return value == null ? "" : " constraint " + identifier(defaultName(table, column.name())) + default_(value);
    }

    private String default_(Expression value) {
        return " default " + defaultOf(value);
    }

    /** Returns the name of the constraint that a default is. */
    String defaultName(TableName table, String column) {
        return "df_" + table.name().replace("`", "") + "_" + column.replace("`", "");
    }

    /** Returns the clause that gives a column its default. */
    Clause addDefault(TableName table, String column, Expression value) {
        String name = defaultName(table, column);
        return clause(
                Clause.Kind.ADD_CONSTRAINT,
                name,
                "add constraint " + identifier(name) + default_(value) + " for " + identifier(column));
    }

    /** A default of a column that takes nulls is for new rows only, unless told otherwise. */
    @Override
    public Clause addColumn(TableName table, Column column) {
        boolean isOptional = column.defaultValue() != null && !refusesNull(column);
        return clause(
                Clause.Kind.ADD_COLUMN,
                column.name(),
                "add " + columnDefinition(table, column) + (isOptional ? " with values" : ""));
    }

    @Override
    public String setType(Column column) {
        return columnType(column) + collate(column) + (refusesNull(column) ? " not null" : " null");
    }

    @Override
    public Sql renameTable(TableName before, TableName after) {
        return Sql.of(rename(name(before), after.name(), null), renamed(Effect.Kind.TABLE, before, after));
    }

    @Override
    public Sql renameColumn(TableName table, Rename rename) {
        return Sql.of(
                rename(name(table) + "." + identifier(rename.from()), rename.to(), "column"),
                renamed(Effect.Kind.COLUMN, table, rename));
    }

    @Override
    public Sql renameConstraint(TableName table, Rename rename) {
        return Sql.of(
                rename(name(new TableName(table.schema(), rename.from())), rename.to(), "object"),
                renamed(Effect.Kind.RULE, table, rename));
    }

    @Override
    public Sql renameIndex(TableName table, Rename rename) {
        return Sql.of(
                rename(name(table) + "." + identifier(rename.from()), rename.to(), "index"),
                renamed(Effect.Kind.RULE, table, rename));
    }

    private String rename(String from, String to, @Nullable String kind) {
        return "exec sp_rename " + text(from) + ", " + text(catalogName(to)) + (kind == null ? "" : ", '" + kind + "'");
    }

    /** Returns the statement that moves a table or sequence to another schema; without a name, to the connection's own. */
    Sql transfer(Effect.Kind kind, TableName name, @Nullable String schema) {
        String sql = schema != null
                ? "alter schema " + identifier(schema) + " transfer " + name(name)
                : "declare @kuaka nvarchar(max) = 'alter schema ' + quotename(schema_name()) + "
                        + text(" transfer " + name(name)) + "; exec (@kuaka)";
        return Sql.of(sql, renamed(kind, name, new TableName(schema, name.name())));
    }

    @Override
    public Sql dropIndex(TableName table, Index index) {
        return Sql.of("drop index " + identifier(index.name()) + " on " + name(table), dropped(table, index));
    }

    /** Every unique rule takes two nulls for the same value. */
    @Override
    protected String nullsClause(Index index) {
        return "";
    }

    @Override
    public String uniqueRule(UniqueConstraint unique) {
        return "unique (" + names(unique.fieldNames()) + ")";
    }

    /** Rows that refer to a row keep it by {@code no action}, for there is no {@code restrict}. */
    @Override
    protected Table complete(Table table) {
        return SkippedNulls.in(table.withForeignKeys(table.foreignKeys().stream()
                .map(SqlServerSqlGrammar::withoutRestrict)
                .toList()));
    }

    private static ForeignKey withoutRestrict(ForeignKey key) {
        OnDelete onDelete = key.onDelete() == OnDelete.RESTRICT ? OnDelete.NO_ACTION : key.onDelete();
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                onDelete,
                key.onUpdate(),
                key.isDeferred());
    }

    /** The start of a sequence is that of its next restart. */
    @Override
    protected String renumbering(Sequence sequence) {
        return " increment by " + sequence.increment();
    }

    /** A restart takes nothing but a constant. */
    @Override
    protected Sql changeNext(Sequence sequence, UnaryOperator<String> change) {
        return Sql.of("declare @next bigint = next value for " + name(sequence) + "; declare @kuaka nvarchar(max) ="
                + " N'alter sequence " + name(sequence).replace("'", "''") + " restart with ' + cast("
                + change.apply("@next") + " as nvarchar(20)); exec (@kuaka)");
    }

    /** The number that was given out last, or the first one. */
    @Override
    public NextNumber nextNumber(Sequence sequence) {
        return new NextNumber(
                "cast(current_value as bigint) + " + sequence.increment(),
                " from sys.sequences where object_id = object_id(" + text(name(sequence)) + ")",
                sequence.increment());
    }

    @Override
    protected String greater(String number, String other) {
        return "iif(" + number + " > " + other + ", " + number + ", " + other + ")";
    }

    @Override
    protected String lesser(String number, String other) {
        return "iif(" + number + " < " + other + ", " + number + ", " + other + ")";
    }

    @Override
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        List<Sql> statements = new ArrayList<>();
        if (!Objects.equals(before.schema(), after.schema())) {
            statements.add(transfer(Effect.Kind.SEQUENCE, tableName(before), after.schema()));
        }
        if (!isSameName(before, after)) {
            statements.add(Sql.of(rename(name(before.schema(after.schema())), after.name(), "object")));
        }
        return statements;
    }

    /** It has to be empty. */
    @Override
    public String dropSchema(String schema) {
        return "drop schema " + identifier(schema);
    }
}
