package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * SQL that is passed to the database as it is. It serves as a value and as a condition, and names columns.
 *
 * <p>A name in backquotes is quoted exactly, as everywhere in the state; each database gets it in its own quotes. When
 * a column is renamed, its name is replaced wherever it stands for the column, quoted or not and whatever its case, as
 * databases do in the expressions that they store. Text literals, comments, keywords, functions, types and units of
 * time are left alone. SQL that can't be parsed this far, such as an expression with a subquery, stays as it is.
 */
public record RawSql(String sql) implements Condition {
    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.raw(this);
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public Condition withParts(List<Expression> parts) {
        return this;
    }

    @Override
    public Expression renameColumns(Map<String, String> renames) {
        return new RawSql(SqlText.of(sql).mapColumns(SqlNames.renaming(renames)));
    }

    @Override
    public Expression renameTable(String from, String to) {
        return new RawSql(SqlText.of(sql).mapTables(SqlNames.renaming(Map.of(from, to))));
    }

    @Override
    public Expression unqualified(String table) {
        return new RawSql(SqlText.of(sql).withoutTable(table));
    }

    @Override
    public boolean mentionsColumn(String column) {
        return SqlText.of(sql).hasColumn(column);
    }

    @Override
    public boolean mentionsTable(String table) {
        return SqlText.of(sql).hasTable(table);
    }

    /** Returns the SQL with {@code quote} applied to each name in backquotes. */
    public String sql(UnaryOperator<String> quote) {
        return SqlText.of(sql).mapQuoted(name -> name.startsWith("`") ? quote.apply(SqlNames.unquoted(name)) : name);
    }

    @Override
    public boolean hasRawSql() {
        return true;
    }

    @Override
    public boolean isUnderstood() {
        return SqlText.of(sql).columns().isPresent();
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("sql", Literals.string(sql));
    }
}
