package io.kuaka.schema.grammar;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.expression.SqlSyntax;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Generated;
import io.kuaka.state.Index;
import io.kuaka.state.IndexPart;
import io.kuaka.state.Names;
import io.kuaka.state.OnDelete;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells SQL: identifiers, types, literals, expressions, and the clauses of statements.
 *
 * <p>Spelling is all it does: which statements a change takes, and in which order, is decided by {@link SchemaEditor}.
 * Keywords are in lower case, and types are those that Hibernate expects.
 */
public abstract class SqlGrammar extends SequenceGrammar {
    private final Features features;

    /** Makes the grammar of a database that supports {@code features}. */
    protected SqlGrammar(Features features) {
        this.features = features;
    }

    @Override
    public final boolean supports(Feature feature) {
        return features.supports(feature);
    }

    /** Returns how literals and comments are written in users' SQL for this database. */
    public final SqlSyntax sqlSyntax() {
        return supports(Feature.BACKSLASH_ESCAPES) ? SqlSyntax.BACKSLASHES : SqlSyntax.STANDARD;
    }

    /** Returns a table as this database supports it: with checks for missing types, and without unsupported rules. */
    public final Table adapt(Table table) {
        return SupportedTable.of(this, table);
    }

    /** Returns a table with what the database adds implicitly, such as indexes for foreign keys. */
    protected Table complete(Table table) {
        return table;
    }

    /** Returns whether the database adds an index implicitly, for instance for a foreign key. */
    public boolean isImplicit(Table table, Index index) {
        return false;
    }

    /** Returns whether values of a type are stored apart from their rows, if this matters to indexes. */
    protected boolean isLargeObject(ColumnType type) {
        return false;
    }

    /** Returns a type as SQL. */
    public abstract String type(ColumnType type);

    /** Returns the type of a column; differs from {@link #type} if identities have types of their own. */
    public String columnType(Column column) {
        return type(column.type());
    }

    /** Returns the check that a column needs because the database lacks its type; null for none. */
    protected @Nullable Condition typeCheck(Column column) {
        FieldRef field = Expression.field(column.name());
        return switch (column.type().family()) {
            case NAMED_ENUM -> field.in(column.type().values().toArray());
            case ORDINAL_ENUM -> field.ge(0).and(field.le(column.type().values().size() - 1));
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BYTES, UUID -> null;
            case DATE, TIME, TIMESTAMP, INSTANT, JSON, XML, NETWORK, ARRAY, OTHER -> null;
        };
    }

    /** Returns whether the database stores the type in expressions over such columns, so it can't change under them. */
    public boolean writesTypeIntoExpressions(ColumnType before, ColumnType after) {
        return false;
    }

    /** Returns the definition of a column in {@code create table}. */
    public String columnDefinition(TableName table, Column column) {
        StringBuilder sql = new StringBuilder(identifier(column.name()));
        sql.append(' ').append(columnType(column));
        sql.append(identityClause(column));
        sql.append(collate(column));
        sql.append(defaultClause(table, column));
        sql.append(generatedClause(column.generated()));
        sql.append(refusesNull(column) && !column.isIdentity() ? " not null" : "");
        return sql.append(columnSuffix(column)).toString();
    }

    /** Returns the clause that adds a column. */
    public Clause addColumn(TableName table, Column column) {
        return clause(Clause.Kind.ADD_COLUMN, column.name(), "add column " + columnDefinition(table, column));
    }

    /** Returns what follows {@code alter column} to change the type. */
    public String setType(Column column) {
        return "set data type " + columnType(column);
    }

    /** Returns the statements that have to follow when a column loses a default; mostly none. */
    public List<Sql> afterDefault(Expression before) {
        return List.of();
    }

    /** Returns what follows {@code alter column} to make it an identity. */
    public String addIdentity(Column column) {
        return "add" + identityClause(column);
    }

    /** Returns what follows {@code alter column} so that it is no identity any longer. */
    public List<String> dropIdentity() {
        return List.of("drop identity");
    }

    /** Returns the clause of an identity. */
    protected String identityClause(Column column) {
        return column.isIdentity() ? " generated by default as identity" : "";
    }

    /** Returns the words that give a column its collation, with a space before them. */
    public final String collate(Column column) {
        String collation = column.collation();
        return collation == null ? "" : " collate " + collation(collation);
    }

    /** Returns the name of a collation. */
    protected String collation(String name) {
        return name;
    }

    /** Returns the words that give a column of a table its default, with a space before them. */
    protected String defaultClause(TableName table, Column column) {
        Expression value = column.defaultValue();
        return value == null ? "" : " default " + defaultOf(value);
    }

    /** Returns the value of a default; raw SQL stays as it is. */
    public String defaultOf(Expression value) {
        return isRaw(value) ? expression(value) : operand(value);
    }

    /** Returns the value that a column of one row gets. */
    public String valueFor(Column column, Expression value) {
        return expression(value);
    }

    /** Returns whether values of a type are stored apart from their rows, so no two rows may share one. */
    public boolean keepsApart(ColumnType type) {
        return false;
    }

    /** Returns the clause of a generated column. */
    public String generatedClause(@Nullable Generated generated) {
        return generated == null
                ? ""
                : " generated always as (" + expression(generated.expression()) + ")"
                        + (generated.stored() ? " stored" : "");
    }

    /** Returns whether the database stores the values of a generated column, so a plain one can keep them. */
    public boolean storesValues(Generated generated) {
        return generated.stored();
    }

    /** Returns whether the database refuses nulls in a column. */
    public boolean refusesNull(Column column) {
        return !column.isNullable();
    }

    /** Returns what follows a column's definition, for instance its comment. */
    protected String columnSuffix(Column column) {
        return "";
    }

    /** Returns the statement that creates a table, without its indexes. */
    public Sql createTable(Table table) {
        List<String> definitions = new ArrayList<>();
        table.columns().forEach(column -> definitions.add(columnDefinition(table.name(), column)));
        definitions.addAll(constraints(table));
        return Sql.of(
                "create table " + name(table.name()) + " (\n    " + String.join(",\n    ", definitions) + "\n)"
                        + tableSuffix(table),
                Effect.created(Effect.Kind.TABLE, catalogName(table.name())));
    }

    /** Returns what follows a table's definition, for instance its comment or engine. */
    protected String tableSuffix(Table table) {
        return "";
    }

    private List<String> constraints(Table table) {
        List<String> clauses = new ArrayList<>();
        if (!table.primaryKey().isEmpty()) {
            clauses.add(primaryKey(table));
        }
        table.uniques().forEach(unique -> clauses.add(unique(unique)));
        table.checks().forEach(check -> clauses.add(check(check)));
        table.exclusions().forEach(exclusion -> clauses.add(exclusion(exclusion)));
        table.foreignKeys().forEach(key -> clauses.add(foreignKey(key)));
        return clauses;
    }

    /** Returns the name of a table's primary key, given or usual; null if the database has no such name. */
    public @Nullable String primaryKeyName(TableName table, @Nullable String given) {
        return given == null ? Names.primaryKey(table.name()) : given;
    }

    /** Returns the clause of a table's primary key. */
    public String primaryKey(Table table) {
        String name = primaryKeyName(table.name(), table.primaryKeyName());
        return (name == null ? "" : named(name)) + "primary key (" + names(table.primaryKey()) + ")";
    }

    /** Returns the clause of a unique constraint. */
    public final String unique(UniqueConstraint unique) {
        return named(unique.name()) + uniqueRule(unique);
    }

    /** Returns the clause of a check. */
    public final String check(CheckConstraint check) {
        return named(check.name()) + checkRule(check);
    }

    /** Returns the clause of an exclusion constraint. */
    public final String exclusion(ExclusionConstraint exclusion) {
        return named(exclusion.name()) + exclusionRule(exclusion);
    }

    /** Returns the clause of a foreign key. */
    public final String foreignKey(ForeignKey key) {
        return named(key.name()) + foreignKeyRule(key);
    }

    /** Returns the clause that adds a table's primary key. */
    public final Clause addPrimaryKey(Table table) {
        return primaryKey(
                Clause.Kind.ADD_PRIMARY_KEY,
                primaryKeyName(table.name(), table.primaryKeyName()),
                "add " + primaryKey(table));
    }

    /** Returns the clause that drops the primary key of a table. */
    public final Clause dropPrimaryKey(TableName table, @Nullable String given) {
        String name = primaryKeyName(table, given);
        String words = name == null ? "primary key" : "constraint " + identifier(name);
        return primaryKey(Clause.Kind.DROP_PRIMARY_KEY, name, "drop " + words);
    }

    private Clause primaryKey(Clause.Kind kind, @Nullable String name, String sql) {
        return name == null ? new Clause(kind, "", sql) : clause(kind, name, sql);
    }

    /** Returns the clause that adds a unique constraint. */
    public final Clause addUnique(UniqueConstraint unique) {
        return clause(Clause.Kind.ADD_CONSTRAINT, unique.name(), "add " + unique(unique));
    }

    /** Returns the clause that adds a check. */
    public final Clause addCheck(CheckConstraint check) {
        return clause(Clause.Kind.ADD_CONSTRAINT, check.name(), "add " + check(check));
    }

    /** Returns the clause that adds an exclusion constraint. */
    public final Clause addExclusion(ExclusionConstraint exclusion) {
        return clause(Clause.Kind.ADD_CONSTRAINT, exclusion.name(), "add " + exclusion(exclusion));
    }

    /** Returns the clause that adds a foreign key. */
    public final Clause addForeignKey(ForeignKey key) {
        return clause(Clause.Kind.ADD_FOREIGN_KEY, key.name(), "add " + foreignKey(key));
    }

    protected final String named(String name) {
        return "constraint " + identifier(name) + " ";
    }

    /** Returns a unique constraint without its name: two with the same rule are the same. */
    public String uniqueRule(UniqueConstraint unique) {
        return "unique" + (unique.isNullsNotDistinct() ? " nulls not distinct" : "") + " (" + names(unique.fieldNames())
                + ")" + includeClause(unique.include()) + deferredClause(unique.isDeferred());
    }

    /** Returns a check without its name: two with the same rule are the same. */
    public String checkRule(CheckConstraint check) {
        return "check (" + expression(check.condition()) + ")";
    }

    /** Returns an exclusion constraint without its name: two with the same rule are the same. */
    public String exclusionRule(ExclusionConstraint exclusion) {
        String parts = exclusion.parts().stream()
                .map(part -> indexed(part.expression()) + " with " + part.operator())
                .collect(Collectors.joining(", "));
        return "exclude using " + exclusion.method() + " (" + parts + ")" + whereClause(exclusion.condition(), true)
                + deferredClause(exclusion.isDeferred());
    }

    /** Returns a foreign key without its name: two with the same rule are the same. */
    public String foreignKeyRule(ForeignKey key) {
        OnDelete onDelete = key.onDelete();
        OnDelete onUpdate = key.onUpdate();
        return "foreign key (" + names(key.columns()) + ") references " + name(key.target()) + " ("
                + names(key.targetColumns()) + ")"
                + (onDelete == OnDelete.NO_ACTION ? "" : " on delete " + onDelete.sql())
                + (onUpdate == OnDelete.NO_ACTION ? "" : " on update " + onUpdate.sql())
                + deferredClause(key.isDeferred());
    }

    protected static String deferredClause(boolean deferred) {
        return deferred ? " deferrable initially deferred" : "";
    }

    private String includeClause(List<String> columns) {
        return columns.isEmpty() ? "" : " include (" + names(columns) + ")";
    }

    private String whereClause(@Nullable Condition condition, boolean parentheses) {
        if (condition == null) {
            return "";
        }
        return parentheses ? " where (" + expression(condition) + ")" : " where " + expression(condition);
    }

    /** Returns the statement that creates an index. */
    public final Sql createIndex(TableName table, Index index) {
        return createIndex("index", table, index);
    }

    /** Returns the statement that creates an index, with other words for "index". */
    protected final Sql createIndex(String word, TableName table, Index index) {
        return Sql.of(
                "create " + indexKind(index) + word + " " + identifier(index.name()) + " on " + indexedTable(table)
                        + indexRule(index),
                Effect.created(Effect.Kind.INDEX, catalogName(table), catalogName(index.name())));
    }

    /** Returns what stands before the word "index". */
    public String indexKind(Index index) {
        return index.isUnique() ? "unique " : "";
    }

    /** Returns the clause after an index's columns that treats nulls as equal. */
    protected String nullsClause(Index index) {
        return index.isNullsNotDistinct() ? " nulls not distinct" : "";
    }

    /** Returns the table of an index as {@code create index} names it. */
    protected String indexedTable(TableName table) {
        return name(table);
    }

    /** Returns what an index covers: two unique or plain indexes for which this is the same are the same. */
    public String indexRule(Index index) {
        String method = index.method() == null ? "" : " using " + index.method();
        String parts = index.parts().stream().map(this::indexPart).collect(Collectors.joining(", "));
        return method + " (" + parts + ")" + includeClause(index.include()) + nullsClause(index)
                + whereClause(index.condition(), false);
    }

    private String indexPart(IndexPart part) {
        return Stream.of(indexed(part.expression()), part.operatorClass(), part.descending() ? "desc" : null)
                .filter(word -> word != null)
                .collect(Collectors.joining(" "));
    }

    /** Returns a column as it is, and everything else in parentheses. */
    protected String indexed(Expression expression) {
        String sql = expression(expression);
        return expression instanceof FieldRef ? sql : "(" + sql + ")";
    }
}
