package io.kuaka.dialect.mysql;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB spell SQL; the types are those of Hibernate's dialects, see {@link MysqlTypeNames}. */
final class MysqlSqlGrammar extends SqlGrammar {
    private final ServerFlavor flavor;
    private final MysqlTypeNames types;
    private final ForeignKeyIndexes foreignKeyIndexes;

    MysqlSqlGrammar(ServerFlavor flavor) {
        super(flavor.features());
        this.flavor = flavor;
        types = new MysqlTypeNames(flavor);
        foreignKeyIndexes = new ForeignKeyIndexes(flavor);
    }

    /** Returns which server of the family it is. */
    ServerFlavor flavor() {
        return flavor;
    }

    /** Identifier Length Limits in the manual. */
    @Override
    protected int longestName() {
        return 64;
    }

    @Override
    protected Set<String> reservedWords() {
        return ReservedWords.ALL;
    }

    /** Names are stored as they are written. */
    @Override
    protected String fold(String name) {
        return name;
    }

    /** "Supplementary characters (U+10000 and higher) are not permitted" in names; MySQL 8.0 makes question marks of them. */
    @Override
    protected boolean hasSupplementaryNames() {
        return false;
    }

    @Override
    protected String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The backslash escapes, unless the server's mode says otherwise. */
    @Override
    protected String quoteText(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    protected String bytes(byte[] value) {
        return "X'" + HexFormat.of().formatHex(value) + "'";
    }

    @Override
    protected String uuid(UUID value) {
        return flavor.packsUuids() ? "X'" + value.toString().replace("-", "") + "'" : super.uuid(value);
    }

    /** Hibernate stores instants in columns without a zone, in UTC. */
    @Override
    protected String instant(Instant value) {
        return timestamp(LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    @Override
    protected String now() {
        return "current_timestamp(6)";
    }

    @Override
    protected String concat(List<String> parts) {
        return "concat(" + String.join(", ", parts) + ")";
    }

    /**
     * To Hibernate a schema is a catalog here, so it ignores an entity's schema: tables are in the connection's own.
     */
    @Override
    public String name(TableName name) {
        return identifier(name.name());
    }

    @Override
    public TableName catalogName(TableName name) {
        return new TableName(null, catalogName(name.name()));
    }

    @Override
    protected String likeInCase(String text, String not, String pattern) {
        return "convert(" + text + " using utf8mb4) collate utf8mb4_bin" + not + " like " + pattern + escapeClause();
    }

    @Override
    protected String isSame(String value, String other) {
        return value + " <=> " + other;
    }

    @Override
    protected String escapeClause() {
        return " escape '\\\\'";
    }

    @Override
    public String type(ColumnType type) {
        return types.type(type, this);
    }

    /** The types of enumerations check their values. */
    @Override
    protected @Nullable Condition typeCheck(Column column) {
        return column.type().family() == TypeFamily.NAMED_ENUM ? null : super.typeCheck(column);
    }

    @Override
    protected boolean isLargeObject(ColumnType type) {
        return MysqlTypeNames.isLargeObject(type);
    }

    @Override
    protected String identityClause(Column column) {
        return column.isIdentity() ? " not null auto_increment" : "";
    }

    /** Large objects have computed defaults only; those are in parentheses (the manual on data type defaults). */
    @Override
    protected String defaultClause(TableName table, Column column) {
        Expression value = column.defaultValue();
        if (value == null) {
            return "";
        }
        return " default " + (isLargeObject(column.type()) ? computed(value) : defaultOf(value));
    }

    @Override
    public String defaultOf(Expression value) {
        if (value instanceof Literal literal) {
            return constant(literal);
        }
        boolean isPlain = value.equals(Expression.now()) || (isRaw(value) && DefaultTexts.isPlain(expression(value)));
        return isPlain ? expression(value) : computed(value);
    }

    /** Returns a default as an expression; raw SQL may have its parentheses already. */
    private String computed(Expression value) {
        String sql = value instanceof Literal literal ? constant(literal) : expression(value);
        return isRaw(value) && sql.startsWith("(") ? sql : "(" + sql + ")";
    }

    /** MySQL treats the default of a date or a time as an expression if it has its type before it. */
    private String constant(Literal literal) {
        return literal.value() instanceof Temporal moment ? text(dateAndTime(moment)) : literal(literal);
    }

    @Override
    public String generatedClause(@Nullable Generated generated) {
        return generated == null
                ? ""
                : " as (" + expression(generated.expression()) + ")" + (generated.stored() ? " stored" : "");
    }

    /** Neither server has {@code default values}. */
    @Override
    protected String insertDefaults(TableName table) {
        return "insert into " + name(table) + " () values ()";
    }

    @Override
    public boolean refusesNull(Column column) {
        return super.refusesNull(column) && (column.generated() == null || flavor.generatedRefusesNull());
    }

    @Override
    protected String columnSuffix(Column column) {
        return column.comment() == null ? "" : " comment " + text(column.comment());
    }

    @Override
    protected String tableSuffix(Table table) {
        return (table.comment() == null ? "" : " comment=" + text(table.comment())) + engineClause();
    }

    @Override
    protected String engineClause() {
        return " engine=InnoDB";
    }

    @Override
    public @Nullable String primaryKeyName(TableName table, @Nullable String given) {
        return null;
    }

    /** A column that the database numbers begins the key, if only until the other columns have left it. */
    @Override
    public String primaryKey(Table table) {
        List<String> key = new ArrayList<>(table.primaryKey());
        table.columns().stream()
                .filter(Column::isIdentity)
                .map(Column::name)
                .forEach(numbered -> key.sort(Comparator.comparing(name -> !name.equals(numbered))));
        return "primary key (" + names(key) + ")";
    }

    /** Returns the clause that redefines a column. */
    Clause modifyColumn(TableName table, Column column) {
        return clause(Clause.Kind.ALTER_COLUMN, column.name(), "modify column " + columnDefinition(table, column));
    }

    /**
     * The definition of a column that doesn't repeat its check drops it. By its name MariaDB would drop a key that has the same
     * one, and keep the check.
     */
    @Override
    public List<Clause> dropCheck(TableName table, String check, @Nullable Column column, boolean isNameOfKey) {
        if (isNameOfKey && !supports(Feature.CHECKS_OF_COLUMNS)) {
            // MySQL asks which constraint of the name is meant.
            return List.of(clause(Clause.Kind.DROP_CONSTRAINT, check, "drop check " + identifier(check)));
        }
        if (column == null || !supports(Feature.CHECKS_OF_COLUMNS)) {
            return super.dropCheck(table, check, column, isNameOfKey);
        }
        Clause redefined = KeptAttributes.withoutCheck(modifyColumn(table, column), this, table, column);
        String drop = "drop constraint if exists " + identifier(check);
        return isNameOfKey ? List.of(redefined) : List.of(clause(Clause.Kind.DROP_CONSTRAINT, check, drop), redefined);
    }

    @Override
    public Clause dropUnique(String constraint) {
        return clause(Clause.Kind.DROP_CONSTRAINT, constraint, "drop index " + identifier(constraint));
    }

    @Override
    public Clause dropForeignKey(String constraint) {
        return clause(Clause.Kind.DROP_FOREIGN_KEY, constraint, "drop foreign key " + identifier(constraint));
    }

    @Override
    public Sql renameUnique(TableName table, Rename rename) {
        return renameIndex(table, rename);
    }

    /** A check can't be renamed, so it is dropped and added. */
    @Override
    public Sql renameCheck(TableName table, String oldName, CheckConstraint check) {
        return alterTable(table, List.of(dropConstraint(oldName), addCheck(check)));
    }

    /** A foreign key can't be renamed, so it is dropped and added; the index that it uses has its new name already. */
    @Override
    public List<Sql> renameForeignKey(TableName table, String oldName, ForeignKey key) {
        Clause drop = dropForeignKey(oldName);
        Clause add = addForeignKey(key);
        // One statement would find the new name taken by the old one, for case makes no difference.
        return oldName.equalsIgnoreCase(key.name())
                ? List.of(alterTable(table, List.of(drop)), alterTable(table, List.of(add)))
                : List.of(alterTable(table, List.of(drop, add)));
    }

    @Override
    public Sql dropIndex(TableName table, Index index) {
        return Sql.of("drop index " + identifier(index.name()) + " on " + name(table), dropped(table, index));
    }

    @Override
    public Sql renameIndex(TableName table, Rename rename) {
        return Sql.of(
                "alter table " + name(table) + " rename index " + identifier(rename.from()) + " to "
                        + identifier(rename.to()),
                renamed(Effect.Kind.INDEX, table, rename));
    }

    /** A schema is a database here; tables can be moved between them. */
    @Override
    public Sql renameTable(TableName before, TableName after) {
        return rename(Effect.Kind.TABLE, before, after);
    }

    private Sql rename(Effect.Kind kind, TableName before, TableName after) {
        return Sql.of("alter table " + name(before) + " rename to " + name(after), renamed(kind, before, after));
    }

    @Override
    public String commentOnTable(TableName table, @Nullable String comment) {
        return "alter table " + name(table) + " comment = " + text(comment == null ? "" : comment);
    }

    @Override
    protected Table complete(Table table) {
        return foreignKeyIndexes.addTo(table);
    }

    @Override
    public boolean isImplicit(Table table, Index index) {
        return table.foreignKeys().stream().anyMatch(key -> key.name().equals(index.name()));
    }

    @Override
    protected String sequenceSuffix() {
        return " nocache";
    }

    @Override
    protected Sql changeNext(Sequence sequence, UnaryOperator<String> change) {
        return supports(Feature.SEQUENCES)
                ? MysqlNumbers.changeNext(name(sequence), change)
                : super.changeNext(sequence, change);
    }

    @Override
    public NextNumber nextNumber(Sequence sequence) {
        return supports(Feature.SEQUENCES)
                ? MysqlNumbers.ofSequence(name(sequence), sequence)
                : super.nextNumber(sequence);
    }

    /** A sequence is renamed as a table, whether it is one or not. */
    @Override
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        Effect.Kind kind = supports(Feature.SEQUENCES) ? Effect.Kind.SEQUENCE : Effect.Kind.TABLE;
        return before.name().equals(after.name())
                ? List.of()
                : List.of(rename(kind, tableName(before), tableName(after)));
    }

    /** An index isn't searched for several columns at once (the manual on row constructor expressions). */
    @Override
    public String keyAfter(List<String> columns, List<String> values) {
        return keyAfterEach(columns, values);
    }

    @Override
    public String keyUpTo(List<String> columns, List<String> values) {
        return keyUpToEach(columns, values);
    }

    /** MySQL doesn't see that a subselect is the one by which rows are grouped (the manual on ONLY_FULL_GROUP_BY). */
    @Override
    public String group(String term, int place) {
        return Integer.toString(place);
    }

    /** A statement can't read the table that it changes, only a copy of its rows (the manual on subquery errors). */
    @Override
    public String readable(TableName table, TableName changed) {
        boolean isCopied = table.equals(changed) && !flavor.readsChangedTables();
        return isCopied ? "(select * from " + name(table) + ")" : name(table);
    }

    @Override
    public List<String> nextValue(Sequence sequence) {
        return supports(Feature.SEQUENCES)
                ? super.nextValue(sequence)
                : MysqlNumbers.nextValue(name(sequence), sequence.increment());
    }

    /** A schema is always dropped with its tables here. */
    @Override
    public String dropSchema(String schema) {
        return "drop schema " + identifier(schema);
    }
}
