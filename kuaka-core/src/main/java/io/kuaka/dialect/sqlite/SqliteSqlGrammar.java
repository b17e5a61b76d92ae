package io.kuaka.dialect.sqlite;

import io.kuaka.expression.DatePart;
import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.grammar.TypeNames;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How SQLite spells SQL; the types are those of Hibernate's {@code SQLiteDialect}, since it accepts almost any name.
 */
final class SqliteSqlGrammar extends SqlGrammar {
    private static final String CONSTANT = "[+-]?[0-9.]+(e[+-]?[0-9]+)?|x?'([^']|'')*'|true|false";

    /** Raw SQL that is a constant other than null. */
    private static final Pattern RAW_CONSTANT = ignoringCase(CONSTANT);

    /** Raw SQL that needs no parentheses as a default (the manual on {@code create table}), or has them. */
    private static final Pattern RAW_DEFAULT = ignoringCase(CONSTANT + "|null|current_(date|time|timestamp)|\\(.*\\)");

    /** Keywords that the parser doesn't accept as names. */
    static final Set<String> RESERVED = Set.of("""
            add all alter and as autoincrement between case check collate commit constraint create current_date
            current_time current_timestamp default deferrable delete distinct drop else escape except exists false
            foreign from group having if in index insert intersect into is isnull join limit not nothing notnull null on
            or order primary references returning select set table then to transaction true union unique update using
            values when where""".split("\\s+"));

    SqliteSqlGrammar(Features features) {
        super(features);
    }

    @Override
    protected Set<String> reservedWords() {
        return RESERVED;
    }

    /** Names that differ in case only are the same, quoted or not. */
    @Override
    public String catalogName(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String shownName(String name) {
        return name.replace("`", "");
    }

    /** SQLite ignores the case of names, but Hibernate's validation compares the exact name. */
    @Override
    public boolean isSameName(TableName name, TableName other) {
        return shownName(name.name()).equals(shownName(other.name()));
    }

    /** There is one schema in a file. */
    @Override
    public String name(TableName name) {
        return identifier(name.name());
    }

    @Override
    public TableName catalogName(TableName name) {
        return new TableName(null, catalogName(name.name()));
    }

    @Override
    protected String isSame(String value, String other) {
        return value + " is " + other;
    }

    @Override
    protected String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + "'";
    }

    /** Hibernate stores the 16 bytes. */
    @Override
    protected String uuid(UUID value) {
        return "X'" + value.toString().replace("-", "") + "'";
    }

    /**
     * Dates and times are stored as the driver does by default: in milliseconds, local ones in the zone of this JVM.
     */
    @Override
    protected String date(LocalDate value) {
        return milliseconds(value.atStartOfDay());
    }

    @Override
    protected String time(LocalTime value) {
        return milliseconds(value.withNano(0).atDate(LocalDate.EPOCH));
    }

    @Override
    protected String timestamp(LocalDateTime value) {
        return milliseconds(value);
    }

    @Override
    protected String instant(Instant value) {
        return Long.toString(value.toEpochMilli());
    }

    private static String milliseconds(LocalDateTime value) {
        return Long.toString(value.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    }

    @Override
    protected String now() {
        return "cast(round((julianday('now') - 2440587.5) * 86400000) as integer)";
    }

    @Override
    protected String lengthFunction() {
        return "length";
    }

    @Override
    protected String substringFunction() {
        return "substr";
    }

    /** Dates and times are milliseconds, or texts from {@code current_timestamp} and the like. */
    @Override
    protected String part(DatePart part, String value) {
        String format =
                switch (part) {
                    case YEAR -> "'%Y'";
                    case MONTH -> "'%m'";
                    case DAY -> "'%d'";
                    case HOUR -> "'%H'";
                    case MINUTE -> "'%M'";
                    case SECOND -> "'%S'";
                };
        return "cast(case typeof(" + value + ") when 'integer' then strftime(" + format + ", " + value
                + " / 1000.0, 'unixepoch', 'localtime') else strftime(" + format + ", " + value + ") end as integer)";
    }

    /** Only {@code glob} distinguishes upper and lower case. */
    @Override
    protected String patternInCase(String standard) {
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < standard.length(); i++) {
            char character = standard.charAt(i);
            switch (character) {
                case '%' -> glob.append('*');
                case '_' -> glob.append('?');
                case '\\' -> glob.append(literalInGlob(standard.charAt(++i)));
                default -> glob.append(literalInGlob(character));
            }
        }
        return glob.toString();
    }

    private static String literalInGlob(char character) {
        return "*?[".indexOf(character) < 0 ? String.valueOf(character) : "[" + character + "]";
    }

    @Override
    protected String likeInCase(String text, String not, String pattern) {
        return text + not + " glob " + pattern;
    }

    /** Returns a value as a column stores it: the current time is midnight for a date, and in 1970 for a time. */
    @Override
    public String valueFor(Column column, Expression value) {
        if (!value.equals(Expression.now())) {
            return expression(value);
        }
        return switch (column.type().family()) {
            case DATE -> "strftime('%s', 'now', 'localtime', 'start of day', 'utc') * 1000";
            case TIME -> "strftime('%s', strftime('1970-01-01 %H:%M:%S', 'now', 'localtime'), 'utc') * 1000";
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID, TIMESTAMP, INSTANT -> now();
            case JSON, XML, NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY, OTHER -> now();
        };
    }

    /** The driver passes decimals as texts, which are greater than any number unless they are compared with a column. */
    @Override
    public String parameter(ColumnType type) {
        return type.family() == TypeFamily.DECIMAL ? "cast(? as numeric)" : super.parameter(type);
    }

    /** A transaction that writes locks the whole database. */
    @Override
    protected String rowLock() {
        return "";
    }

    @Override
    protected String defaultClause(TableName table, Column column) {
        Expression value = column.defaultValue();
        boolean isNow = Expression.now().equals(value);
        return value == null || !isNow
                ? super.defaultClause(table, column)
                : " default (" + valueFor(column, value) + ")";
    }

    @Override
    public String type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL, DOUBLE -> "float";
            case DECIMAL -> TypeNames.decimal("numeric", type, "numeric");
            case DURATION -> TypeNames.decimal("numeric", type, "numeric(21,0)");
            case CHAR -> "char(" + type.lengthOr(1) + ")";
            case VARCHAR, NVARCHAR -> "varchar(" + type.lengthOr(TypeNames.DEFAULT_LENGTH) + ")";
            case ENUM, NATIVE_ENUM -> TypeNames.constant(type);
            case TEXT, CLOB, NCLOB, JSON, XML -> "clob";
            case NTEXT -> "nclob";
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB, UUID, INET, ARRAY -> "blob";
            case DATE -> "date";
            case TIME, TIME_TZ, TIME_UTC -> "time(" + type.secondDigits() + ")";
            case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> "timestamp";
            case ORDINAL_ENUM -> TypeNames.ordinal(type);
            case SQL -> type.requireName();
        };
    }

    /** Only a primary key of exactly this type is numbered by the database (the manual on rowid tables). */
    @Override
    public String columnType(Column column) {
        return column.isIdentity() ? "integer" : super.columnType(column);
    }

    @Override
    protected String identityClause(Column column) {
        return "";
    }

    @Override
    protected String collation(String name) {
        return identifier(name);
    }

    /** Whatever isn't a constant has to be in parentheses. */
    @Override
    public String defaultOf(Expression value) {
        String sql = expression(value);
        boolean isPlain = value instanceof Literal
                || (isRaw(value) && RAW_DEFAULT.matcher(sql).matches());
        return isPlain ? sql : "(" + sql + ")";
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    @Override
    public String generatedClause(@Nullable Generated generated) {
        return generated == null
                ? ""
                : " as (" + expression(generated.expression()) + ")" + (generated.stored() ? " stored" : "");
    }

    @Override
    public @Nullable String primaryKeyName(TableName table, @Nullable String given) {
        return null;
    }

    @Override
    protected String greater(String number, String other) {
        return "max(" + number + ", " + other + ")";
    }

    @Override
    protected String lesser(String number, String other) {
        return "min(" + number + ", " + other + ")";
    }

    @Override
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        return renameTableExactly(tableName(before), tableName(after));
    }

    /** Returns the statements that rename a table. If only the case changes, the table itself occupies the new name. */
    List<Sql> renameTableExactly(TableName before, TableName after) {
        if (isSameName(before, after)) {
            return List.of();
        }
        if (!catalogName(before.name()).equals(catalogName(after.name()))) {
            return List.of(renameTable(before, after));
        }
        TableName between = new TableName(null, "kuaka__" + shownName(after.name()));
        return List.of(renameTable(before, between), renameTable(between, after));
    }

    @Override
    public List<String> nextValue(Sequence sequence) {
        String step = Long.toString(sequence.increment());
        return List.of(
                "update " + name(sequence) + " set next_val = next_val + " + step + " returning next_val - " + step);
    }

    /** Returns whether a default is a constant other than null, so a NOT NULL column can be added with it. */
    boolean isConstant(Expression value) {
        return value instanceof Literal literal
                ? literal.value() != null
                : isRaw(value) && RAW_CONSTANT.matcher(expression(value)).matches();
    }
}
