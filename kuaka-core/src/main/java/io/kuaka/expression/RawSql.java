package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that is passed to the database as it stands. It serves as a value and as a condition, and names columns.
 *
 * <p>A name in backquotes is quoted to the letter, as everywhere in the state; each database gets it in its own quotes.
 * When a column is renamed, its name is replaced wherever it stands as an identifier outside of a text literal, quoted or
 * not and whatever its case: that is what databases do with the expressions that they keep.
 */
public record RawSql(String sql) implements Condition {
    // A text literal (kept as it is) or an identifier, quoted or not; what a parenthesis or text follows is no column.
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]+\"|`[^`]+`" + "|(?<![\\p{L}\\p{N}_$])[\\p{L}_][\\p{L}\\p{N}_$]*+(?!\\s*[('])");

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
        Map<String, Map.Entry<String, String>> byPlainName = new HashMap<>();
        renames.entrySet().forEach(rename -> byPlainName.put(plain(rename.getKey()), rename));
        return new RawSql(replaceIdentifiers(token -> {
            Map.Entry<String, String> rename = byPlainName.get(plain(token));
            return rename == null ? token : renamed(token, rename.getKey(), rename.getValue());
        }));
    }

    @Override
    public boolean mentionsColumn(String column) {
        return TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .anyMatch(token -> !isText(token) && plain(token).equals(plain(column)));
    }

    /** Returns the SQL with each name in backquotes replaced by what {@code quote} makes of it. */
    public String sql(UnaryOperator<String> quote) {
        return replaceIdentifiers(token -> token.startsWith("`") ? quote.apply(unquoted(token)) : token);
    }

    private String replaceIdentifiers(UnaryOperator<String> replacement) {
        return TOKEN.matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(
                        isText(match.group()) ? match.group() : replacement.apply(match.group())));
    }

    @Override
    public boolean hasRawSql() {
        return true;
    }

    @Override
    public JavaSource toSource() {
        return Expression.factory("sql", Literals.string(sql));
    }

    private static boolean isText(String token) {
        return token.startsWith("'");
    }

    private static boolean isQuoted(String name) {
        return name.startsWith("\"") || name.startsWith("`");
    }

    private static String unquoted(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1) : name;
    }

    /** The form in which names are compared: some databases keep them in capitals, and some compare them without case. */
    private static String plain(String name) {
        return unquoted(name).toLowerCase(Locale.ROOT);
    }

    /** A plain name takes the case of the one before it; in quotes that is the case in which the database keeps names. */
    private static String renamed(String token, String from, String to) {
        String quote = isQuoted(token) ? token.substring(0, 1) : "";
        if (isQuoted(to)) {
            return quote.isEmpty() ? to : quote + unquoted(to) + quote;
        }
        return token.equals(from) ? to : quote + inCaseOf(unquoted(token), to) + quote;
    }

    private static String inCaseOf(String old, String name) {
        if (old.equals(old.toLowerCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT);
        }
        return old.equals(old.toUpperCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
    }
}
