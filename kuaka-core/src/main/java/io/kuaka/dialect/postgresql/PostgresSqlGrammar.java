package io.kuaka.dialect.postgresql;

import io.kuaka.expression.Condition;
import io.kuaka.expression.DatePart;
import io.kuaka.expression.Expression;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.grammar.TypeNames;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.Index;
import io.kuaka.state.Names;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL spells SQL; the types are those of Hibernate's {@code PostgreSQLDialect}. */
final class PostgresSqlGrammar extends SqlGrammar {
    private static final Pattern LIMITS = Pattern.compile("\\([^)]*\\)");

    /** As the catalog has it. */
    private static final Pattern DEFAULT_OF_SERIAL = Pattern.compile("nextval\\('(.+)'::regclass\\)");

    /** The longest {@code varchar}; beyond it, Hibernate uses {@code text}. */
    private static final int MAX_VARCHAR = 10_485_760;

    /** The manual's appendix C, "reserved" with and without "can be function or type". */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with""".split("\\s+"));

    PostgresSqlGrammar(Features features) {
        super(features);
    }

    /** Longer names are truncated with a notice; see "Identifiers and Key Words" in the manual. */
    @Override
    protected int longestName() {
        return Names.MAX_LENGTH;
    }

    @Override
    protected int nameLength(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    protected Set<String> reservedWords() {
        return RESERVED;
    }

    @Override
    protected String bytes(byte[] value) {
        return "'\\x" + HexFormat.of().formatHex(value) + "'";
    }

    /** A large object is stored apart from its row, which has only its id. */
    @Override
    public boolean keepsApart(ColumnType type) {
        return type.kind().isLocator();
    }

    /** Seconds have a fraction here, and all parts are decimals. */
    @Override
    protected String part(DatePart part, String value) {
        return "cast(floor(" + super.part(part, value) + ") as integer)";
    }

    @Override
    public String valueFor(Column column, Expression value) {
        if (!keepsApart(column.type()) || !value.isSameForAllRows()) {
            return expression(value);
        }
        boolean isText = column.type().family() == TypeFamily.TEXT;
        String bytes = isText ? "convert_to(" + expression(value) + ", 'UTF8')" : expression(value);
        return "lo_from_bytea(0, " + bytes + ")";
    }

    @Override
    public String type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT, SMALLINT, ORDINAL_ENUM -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "float4";
            case DOUBLE -> "float(53)";
            case DECIMAL -> TypeNames.decimal("numeric", type, "numeric");
            case DURATION -> TypeNames.decimal("numeric", type, "numeric(21,0)");
            case CHAR -> "char(" + type.lengthOr(1) + ")";
            case VARCHAR, NVARCHAR -> varchar(type.lengthOr(TypeNames.DEFAULT_LENGTH));
            case ENUM -> TypeNames.constant(type);
            case TEXT, NTEXT -> "text";
            case BINARY, VARBINARY, LONG_VARBINARY -> "bytea";
            case CLOB, NCLOB, BLOB -> "oid";
            case DATE -> "date";
            case TIME, TIME_UTC -> "time(" + type.secondDigits() + ")";
            case TIME_TZ -> "time(" + type.secondDigits() + ") with time zone";
            case TIMESTAMP -> "timestamp(" + type.secondDigits() + ")";
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> "timestamp(" + type.secondDigits() + ") with time zone";
            case UUID -> "uuid";
            case JSON -> "jsonb";
            case XML -> "xml";
            case INET -> "inet";
            case ARRAY -> TypeNames.array(this, type);
            case NATIVE_ENUM -> identifier(type.requireName());
            case SQL -> type.requireName();
        };
    }

    private static String varchar(int length) {
        return length <= MAX_VARCHAR ? "varchar(" + length + ")" : "text";
    }

    @Override
    protected @Nullable Condition typeCheck(Column column) {
        return column.type().kind() == Kind.NATIVE_ENUM ? null : super.typeCheck(column);
    }

    /** Constants have casts to the type that a column had; what a text or a number is limited to isn't part of them. */
    @Override
    public boolean writesTypeIntoExpressions(ColumnType before, ColumnType after) {
        return enumeration(before).isPresent() || !withoutLimits(before).equals(withoutLimits(after));
    }

    private String withoutLimits(ColumnType type) {
        return LIMITS.matcher(type(type)).replaceAll("");
    }

    /** Returns a type as a native enumeration, or that of an array's elements. */
    static Optional<ColumnType> enumeration(ColumnType type) {
        ColumnType value = type.element() == null ? type : type.element();
        return value.kind() == Kind.NATIVE_ENUM ? Optional.of(value) : Optional.empty();
    }

    @Override
    protected String collation(String name) {
        return name.startsWith("\"") ? name : quote(catalogNameOfCollation(name));
    }

    private static String catalogNameOfCollation(String name) {
        return name.replace("`", "");
    }

    /** Hibernate declares no {@code not null} for generated columns here. */
    @Override
    public boolean refusesNull(Column column) {
        return super.refusesNull(column) && column.generated() == null;
    }

    @Override
    public List<String> nextValue(Sequence sequence) {
        return List.of("select nextval(" + text(name(sequence)) + ")");
    }

    @Override
    protected Sql changeNext(Sequence sequence, UnaryOperator<String> change) {
        String name = text(name(sequence));
        return Sql.call(
                "select setval(" + name + ", cast(" + change.apply("nextval(" + name + ")") + " as bigint), false)");
    }

    @Override
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        List<Sql> statements = new ArrayList<>();
        if (!Objects.equals(before.schema(), after.schema())) {
            statements.add(setSchema(Effect.Kind.SEQUENCE, tableName(before), after.schema()));
        }
        statements.addAll(super.renameSequence(before.schema(after.schema()), after));
        return statements;
    }

    @Override
    public String setType(Column column) {
        return "type " + columnType(column) + collate(column);
    }

    /** The sequence of a {@code serial} column belongs to it, and would go with it although others may use it then. */
    @Override
    public List<Sql> afterDefault(Expression before) {
        Matcher serial = DEFAULT_OF_SERIAL.matcher(expression(before));
        return serial.matches() ? List.of(Sql.of("alter sequence " + serial.group(1) + " owned by none")) : List.of();
    }

    /** A column of type {@code serial}, which Kuaka never makes, is numbered by its default. */
    @Override
    public List<String> dropIdentity() {
        return List.of("drop identity if exists", "drop default");
    }

    /** The sequence of a former {@code serial} may belong to the column, too, and pg_get_serial_sequence could find it. */
    @Override
    protected Sql restartIdentity(TableName table, Column column, String number) {
        return Sql.call("select setval(" + sequence(table, column) + ", " + number + ", false) from " + name(table));
    }

    private String sequence(TableName table, Column column) {
        return "(select objid::regclass from pg_depend join pg_attribute on attrelid = refobjid and attnum ="
                + " refobjsubid where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and refobjid = "
                + text(name(table)) + "::regclass and attname = "
                + text(catalogName(column.name())) + " and deptype = 'i')";
    }

    @Override
    public NextNumber nextNumber(Sequence sequence) {
        return new NextNumber(
                "case when is_called then last_value + " + sequence.increment() + " else last_value end",
                " from " + name(sequence),
                sequence.increment());
    }

    @Override
    public Optional<NextNumber> nextNumber(TableName table, Column column) {
        return Optional.of(new NextNumber("nextval(" + sequence(table, column) + ")", "", 1));
    }

    @Override
    public List<Sql> advanceIdentity(TableName table, Column column, NextNumber former) {
        return List.of(restartIdentity(table, column, afterAll(column, former)));
    }

    /** Returns the clause that adds a check without checking the existing rows. */
    Clause addCheckNotValid(CheckConstraint check) {
        return clause(Clause.Kind.ADD_CONSTRAINT, check.name(), addCheck(check).sql() + " not valid");
    }

    /** Returns the clause that checks the rows against a constraint that was added as not valid. */
    Clause validateConstraint(String constraint) {
        return clause(Clause.Kind.VALIDATE_CONSTRAINT, constraint, "validate constraint " + identifier(constraint));
    }

    /** Returns the statement that moves a table or a sequence to another schema; for null, to the connection's own. */
    Sql setSchema(Effect.Kind kind, TableName name, @Nullable String schema) {
        String sql = schema != null
                ? "alter table " + name(name) + " set schema " + identifier(schema)
                : "do $$ begin execute format(" + text("alter table " + name(name) + " set schema %I")
                        + ", current_schema()); end $$";
        return Sql.of(sql, renamed(kind, name, new TableName(schema, name.name())));
    }

    /** Returns the statement that creates an index without blocking writes. */
    Sql createIndexConcurrently(TableName table, Index index) {
        return createIndex("index concurrently", table, index);
    }

    /** Returns the statement that drops an index whose build failed: the database keeps it, and its name. */
    String dropInvalidIndex(TableName table, Index index) {
        String name = indexName(table, index);
        return "do $$ begin if exists (select from pg_index where indexrelid = to_regclass(" + text(name)
                + ") and not indisvalid) then " + dropIndex(table, index).text() + "; end if; end $$";
    }

    /** Returns the statement that drops an index without blocking writes. */
    Sql dropIndexConcurrently(TableName table, Index index) {
        return Sql.of("drop index concurrently " + indexName(table, index), dropped(table, index));
    }

    private String indexName(TableName table, Index index) {
        return name(new TableName(table.schema(), index.name()));
    }

    /** Returns the clause by which an index becomes a constraint; it gets its name. */
    Clause uniqueUsing(UniqueConstraint unique, Index index) {
        return clause(
                Clause.Kind.ADD_CONSTRAINT,
                unique.name(),
                "add " + named(unique.name()) + "unique using index " + identifier(index.name())
                        + deferredClause(unique.isDeferred()));
    }

    /** Returns the statement by which an index takes the place of a constraint: foreign keys have to let go of it meanwhile. */
    Sql indexInsteadOf(TableName table, UniqueConstraint unique, Index index) {
        String old = text(name(new TableName(table.schema(), unique.name())));
        String text = """
                do $kuaka$
                declare
                    key record;
                    again text[] := '{}';
                    restored text;
                begin
                    for key in select conrelid::regclass as owner, quote_ident(conname) as name,
                            pg_get_constraintdef(oid) as rule
                        from pg_constraint where contype = 'f' and conparentid = 0 and conindid = %s::regclass
                    loop
                        execute 'alter table ' || key.owner || ' drop constraint ' || key.name;
                        again := again || ('alter table ' || key.owner || ' add constraint ' || key.name || ' ' || key.rule);
                    end loop;
                    %s;
                    %s;
                    foreach restored in array again loop
                        execute restored;
                    end loop;
                end $kuaka$""";
        Sql drop = alterTable(table, List.of(dropUnique(unique.name())));
        Sql create = createIndex(table, index);
        return Sql.of(
                text.formatted(old, drop.text(), create.text()), drop.effect().and(create.effect()));
    }
}
