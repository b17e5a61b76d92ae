package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL that is passed to the database as it stands. It serves as a value and as a condition, and names columns.
 *
 * <p>When a column is renamed, its name is replaced wherever it stands as an identifier outside of a text literal: that
 * is what databases do with the expressions that they keep.
 */
public record RawSql(String sql) implements Condition {
    // A text literal (kept as it is) or an identifier, quoted or not.
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"[^\"]+\"|`[^`]+`|[A-Za-z_][A-Za-z0-9_$]*");

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
        return new RawSql(TOKEN.matcher(sql).replaceAll(match -> {
            String identifier = identifier(match.group());
            String replacement = identifier == null ? null : renames.get(identifier);
            return Matcher.quoteReplacement(
                    replacement == null ? match.group() : match.group().replace(identifier, replacement));
        }));
    }

    @Override
    public boolean mentionsColumn(String column) {
        return TOKEN.matcher(sql).results().anyMatch(match -> column.equalsIgnoreCase(identifier(match.group())));
    }

    @Override
    public boolean hasRawSql() {
        return true;
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("sql", Literals.string(sql));
    }

    private static @Nullable String identifier(String token) {
        return switch (token.charAt(0)) {
            case '\'' -> null;
            case '"', '`' -> token.substring(1, token.length() - 1);
            default -> token;
        };
    }
}
