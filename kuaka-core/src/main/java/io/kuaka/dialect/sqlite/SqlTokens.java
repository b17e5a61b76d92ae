package io.kuaka.dialect.sqlite;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tokens of a statement that SQLite stores, and a position among them.
 *
 * <p>SQLite's pragmas have neither the names of constraints nor the expressions of checks and generated columns; the
 * statement that created the table does. Names lose their quotes if they don't need them, and the words of the language are in
 * lower case, so that it doesn't matter who wrote them.
 */
final class SqlTokens {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Words that SQLite accepts as names, though nobody uses them so within an expression. */
    private static final Set<String> OPERATORS = Set.of("like", "glob", "regexp", "match", "end", "cast");

    private final List<String> tokens;
    private int next;

    private SqlTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static SqlTokens of(String sql) {
        return new SqlTokens(SqlTokenizer.tokens(sql, SqlSyntax.BRACKETS).stream()
                .filter(SqlToken::isCode)
                .map(token -> token.kind() == SqlToken.Kind.NAME ? unquote(token.text()) : token.text())
                .toList());
    }

    /** Quotes are kept if a name needs them, so it is still one token, and none of the words that are looked for. */
    private static String unquote(String quoted) {
        String name = quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
        boolean isPlain =
                PLAIN.matcher(name).matches() && !SqliteSqlGrammar.RESERVED.contains(name.toLowerCase(Locale.ROOT));
        return isPlain ? name : "\"" + name + "\"";
    }

    boolean isAtEnd() {
        return next >= tokens.size();
    }

    /** Returns whether the next token is {@code word}, whatever its case. */
    boolean isAt(String word) {
        return !isAtEnd() && tokens.get(next).equalsIgnoreCase(word);
    }

    /** Skips the given words if they come next. */
    boolean pass(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /** Returns the next token and skips it. */
    String take() {
        return tokens.get(next++);
    }

    /** Returns the next token as a name and skips it. */
    String takeName() {
        return take().replace("\"", "");
    }

    /** Skips everything up to and including {@code word}. */
    void skipTo(String word) {
        while (!isAtEnd() && !isAt(word)) {
            next++;
        }
        next++;
    }

    /** Returns what is between the next parenthesis and its counterpart, and skips both. */
    SqlTokens takeParentheses() {
        int start = next + 1;
        int depth = 0;
        do {
            String token = take();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        } while (depth > 0);
        return new SqlTokens(tokens.subList(start, next - 1));
    }

    /** Returns the rest, split at commas outside parentheses. */
    List<SqlTokens> split() {
        List<SqlTokens> parts = new ArrayList<>();
        int start = next;
        int depth = 0;
        for (int i = next; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (token.equals(",") && depth == 0) {
                parts.add(new SqlTokens(tokens.subList(start, i)));
                start = i + 1;
            }
        }
        parts.add(new SqlTokens(tokens.subList(start, tokens.size())));
        return parts;
    }

    /** Returns the names of a list in parentheses. */
    List<String> takeNames() {
        return takeParentheses().split().stream().map(SqlTokens::takeName).toList();
    }

    /** Returns the rest, with normalized spaces and unchanged words. */
    String rest() {
        StringBuilder sql = new StringBuilder();
        String last = "(";
        while (!isAtEnd()) {
            String token = word(take());
            boolean tight = last.equals("(")
                    || last.equals(".")
                    || token.equals(")")
                    || token.equals(",")
                    || token.equals(".")
                    || (token.equals("(") && PLAIN.matcher(last).matches() && !isOperator(last));
            sql.append(tight ? "" : " ").append(token);
            last = token;
        }
        return sql.toString();
    }

    private String word(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        boolean isFunction = PLAIN.matcher(token).matches() && isAt("(");
        return isFunction || SqliteSqlGrammar.RESERVED.contains(lower) || OPERATORS.contains(lower) ? lower : token;
    }

    private static boolean isOperator(String word) {
        return List.of("and", "or", "not", "in", "is", "like", "glob", "between", "when", "then", "else", "case")
                .contains(word.toLowerCase(Locale.ROOT));
    }
}
