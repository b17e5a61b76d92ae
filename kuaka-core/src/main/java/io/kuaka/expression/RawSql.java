package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * SQL that is passed to the database as it stands. It serves as a value and as a condition, and names columns.
 *
 * <p>A name in backquotes is quoted to the letter, as everywhere in the state; each database gets it in its own quotes.
 * When a column is renamed, its name is replaced wherever it stands for the column, quoted or not and whatever its case:
 * that is what databases do with the expressions that they keep. Texts, comments, keywords, functions, types and units of
 * time stay. SQL that can't be read this far, such as a query within the expression, stays as it is.
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

    /** Returns the SQL with each name in backquotes replaced by what {@code quote} makes of it. */
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
