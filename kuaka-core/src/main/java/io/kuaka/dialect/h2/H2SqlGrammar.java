package io.kuaka.dialect.h2;

import io.kuaka.expression.Condition;
import io.kuaka.schema.grammar.Features;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.grammar.TypeNames;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How H2 spells SQL; the types are those of Hibernate's {@code H2Dialect}. Plain names are stored in upper case. */
final class H2SqlGrammar extends SqlGrammar {
    /** The longest {@code varchar} and {@code varbinary}; beyond it, Hibernate uses large objects. */
    private static final int MAX_LENGTH = 1_048_576;

    /** The names of types that are large objects. */
    private static final Pattern LARGE_OBJECT = Pattern.compile("(?i)[cb]lob.*");

    /** The manual on keywords. */
    private static final Set<String> RESERVED = Set.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross current_catalog
            current_date current_path current_role current_schema current_time current_timestamp current_user day
            default distinct else end except exists false fetch for foreign from full group groups having hour if ilike
            in inner intersect interval is join key leading left like limit localtime localtimestamp minus minute month
            natural not null offset on or order over partition primary qualify range regexp right row rownum rows second
            select session_user set some symmetric system_user table to top trailing true uescape union unique unknown
            user using value values when where window with year _rowid_""".split("\\s+"));

    H2SqlGrammar(Features features) {
        super(features);
    }

    /** Constants.MAX_IDENTIFIER_LENGTH. */
    @Override
    protected int longestName() {
        return 256;
    }

    @Override
    protected Set<String> reservedWords() {
        return RESERVED;
    }

    @Override
    public boolean writesTypeIntoExpressions(ColumnType before, ColumnType after) {
        return true;
    }

    @Override
    protected String fold(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    protected String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + "'";
    }

    @Override
    public String type(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "float(24)";
            case DOUBLE -> "float(53)";
            case DECIMAL -> TypeNames.decimal("numeric", type, "numeric(38,2)");
            case DURATION -> TypeNames.decimal("numeric", type, "numeric(21,0)");
            case CHAR -> "char(" + type.lengthOr(1) + ")";
            case VARCHAR, NVARCHAR ->
                isLargeObject(type) ? "clob" : "varchar(" + type.lengthOr(TypeNames.DEFAULT_LENGTH) + ")";
            case TEXT, NTEXT, CLOB, NCLOB, XML -> "clob";
            case BINARY -> "binary(" + type.lengthOr(TypeNames.DEFAULT_LENGTH) + ")";
            case VARBINARY -> isLargeObject(type) ? "blob" : "varbinary(" + type.length() + ")";
            case LONG_VARBINARY, BLOB -> "blob";
            case DATE -> "date";
            case TIME -> "time(" + type.secondDigits() + ")";
            case TIME_TZ, TIME_UTC -> "time(" + type.secondDigits() + ") with time zone";
            case TIMESTAMP -> "timestamp(" + type.secondDigits() + ")";
            case TIMESTAMP_TZ, TIMESTAMP_UTC -> "timestamp(" + type.secondDigits() + ") with time zone";
            case UUID -> "uuid";
            case JSON -> "json";
            case INET -> "varbinary(19)";
            case ARRAY -> TypeNames.array(this, type);
            case ENUM, NATIVE_ENUM -> TypeNames.enumeration(this, type);
            case ORDINAL_ENUM -> TypeNames.ordinal(type);
            case SQL -> type.requireName();
        };
    }

    /** The types of named enumerations check their values. */
    @Override
    protected @Nullable Condition typeCheck(Column column) {
        return column.type().family() == TypeFamily.NAMED_ENUM ? null : super.typeCheck(column);
    }

    private static boolean isVarying(ColumnType type, int usual) {
        return type.kind().isVarying() && type.lengthOr(usual) <= MAX_LENGTH;
    }

    @Override
    protected boolean isLargeObject(ColumnType type) {
        return switch (type.family()) {
            case TEXT -> type.kind() != Kind.CHAR && !isVarying(type, TypeNames.DEFAULT_LENGTH);
            case BYTES -> type.kind() != Kind.BINARY && !isVarying(type, Integer.MAX_VALUE);
            case XML -> true;
            case OTHER -> LARGE_OBJECT.matcher(type.requireName()).matches();
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, UUID, DATE, TIME, TIMESTAMP, INSTANT, JSON -> false;
            case NAMED_ENUM, ORDINAL_ENUM, NETWORK, ARRAY -> false;
        };
    }

    @Override
    public String indexKind(Index index) {
        return index.isNullsNotDistinct() ? "unique nulls not distinct " : super.indexKind(index);
    }

    /** It comes before the word "index": https://h2database.com/html/commands.html#create_index. */
    @Override
    protected String nullsClause(Index index) {
        return "";
    }

    /** Generated values are always stored. */
    @Override
    public String generatedClause(@Nullable Generated generated) {
        return generated == null ? "" : " generated always as (" + expression(generated.expression()) + ")";
    }

    @Override
    public boolean storesValues(Generated generated) {
        return true;
    }

    @Override
    public String addIdentity(Column column) {
        return "set generated by default";
    }

    @Override
    protected Sql changeNext(Sequence sequence, UnaryOperator<String> change) {
        return Sql.of("alter sequence " + name(sequence) + " restart with "
                + change.apply("next value for " + name(sequence)));
    }

    @Override
    public NextNumber nextNumber(Sequence sequence) {
        TableName name = catalogName(tableName(sequence));
        return new NextNumber(
                "base_value",
                " from information_schema.sequences where sequence_schema = " + schema(name) + " and sequence_name = "
                        + text(name.name()),
                sequence.increment());
    }

    @Override
    public Optional<NextNumber> nextNumber(TableName table, Column column) {
        TableName name = catalogName(table);
        return Optional.of(new NextNumber(
                "identity_base",
                " from information_schema.columns where table_schema = " + schema(name) + " and table_name = "
                        + text(name.name()) + " and column_name = " + text(catalogName(column.name())),
                1));
    }

    private String schema(TableName name) {
        String schema = name.schema();
        return schema == null ? "current_schema" : text(schema);
    }

    @Override
    public List<Sql> advanceIdentity(TableName table, Column column, NextNumber former) {
        return List.of(restartIdentity(table, column, afterAll(column, former)));
    }

    /** There is no rename: a new sequence begins with the next number of the old one. */
    @Override
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        if (isSameName(before, after) && Objects.equals(before.schema(), after.schema())) {
            return List.of();
        }
        List<Sql> statements = new ArrayList<>(createSequence(after));
        statements.add(changeNext(after, next -> "next value for " + name(before)));
        statements.add(dropSequence(before));
        return statements;
    }
}
