package io.kuaka.expression;

import io.kuaka.expression.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into tokens.
 *
 * <p>Laws: the concatenated tokens are the SQL; the time is linear in the length of the SQL.
 */
public final class SqlTokenizer {
    /** The signs of more than one character, the longest first. */
    private static final List<String> LONG_SIGNS =
            List.of("->>", "<=>", "<=", ">=", "<>", "!=", "==", "||", "->", "<<", ">>", "::", "=>", ":=");

    private static final String BEGINNINGS = "-<=>!|:";

    private final String sql;
    private final SqlSyntax syntax;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int start;
    private int end;

    private SqlTokenizer(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    /** Returns the tokens of {@code sql}. */
    public static List<SqlToken> tokens(String sql, SqlSyntax syntax) {
        return new SqlTokenizer(sql, syntax).tokenize();
    }

    private List<SqlToken> tokenize() {
        while (start < sql.length()) {
            end = start + 1;
            Kind kind = kind(sql.charAt(start));
            tokens.add(new SqlToken(kind, sql.substring(start, end)));
            start = end;
        }
        return tokens;
    }

    /** Moves to the end of the token that begins with {@code first}, and returns its kind. */
    private Kind kind(char first) {
        if (first <= ' ') {
            return space();
        }
        if (isWordStart(first)) {
            return word();
        }
        return switch (first) {
            case '\'' -> quoted('\'', syntax == SqlSyntax.BACKSLASHES, Kind.TEXT);
            case '"' -> quoted(first, syntax == SqlSyntax.BACKSLASHES, Kind.NAME);
            case '`' -> quoted(first, false, Kind.NAME);
            case '[' -> syntax == SqlSyntax.BRACKETS ? quoted(']', false, Kind.NAME) : Kind.SIGN;
            case '-', '#' -> isLineComment() ? lineComment() : sign();
            case '/' -> isAt("/*", start) ? blockComment() : Kind.SIGN;
            case '$' -> dollarQuoted();
            default -> isNumberStart() ? number() : sign();
        };
    }

    private Kind space() {
        while (end < sql.length() && sql.charAt(end) <= ' ') {
            end++;
        }
        return Kind.SPACE;
    }

    private void passWord() {
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
    }

    private Kind word() {
        passWord();
        String prefix = sql.substring(start, Math.min(end, start + 2));
        if (prefix.equalsIgnoreCase("u") && (isAt("&'", end) || isAt("&\"", end))) {
            char quote = sql.charAt(end + 1);
            end += 2;
            return quoted(quote, false, quote == '"' ? Kind.NAME : Kind.TEXT);
        }
        if (end == start + 1 && "eExXbBnN".contains(prefix) && isAt("'", end)) {
            end++;
            boolean escapes = syntax == SqlSyntax.BACKSLASHES || prefix.equalsIgnoreCase("e");
            return quoted('\'', escapes, Kind.TEXT);
        }
        return Kind.WORD;
    }

    /** Two quotes stand for one. */
    private Kind quoted(char quote, boolean backslashes, Kind kind) {
        while (end < sql.length()) {
            char next = sql.charAt(end++);
            if (next == '\\' && backslashes) {
                end++;
            } else if (next == quote && end < sql.length() && sql.charAt(end) == quote) {
                end++;
            } else if (next == quote) {
                return kind;
            }
        }
        end = sql.length();
        return Kind.UNCLOSED;
    }

    private boolean isLineComment() {
        if (sql.charAt(start) == '#') {
            return syntax == SqlSyntax.BACKSLASHES;
        }
        boolean isDecrement =
                syntax == SqlSyntax.BACKSLASHES && start + 2 < sql.length() && sql.charAt(start + 2) > ' ';
        return isAt("--", start) && !isDecrement;
    }

    private Kind lineComment() {
        int lineEnd = sql.indexOf('\n', start);
        end = lineEnd < 0 ? sql.length() : lineEnd;
        return Kind.COMMENT;
    }

    private Kind blockComment() {
        return endsBehind("*/", start + 2, Kind.COMMENT);
    }

    private Kind dollarQuoted() {
        while (end < sql.length() && isWordPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean isTag = isAt("$", end) && (end == start + 1 || isWordStart(sql.charAt(start + 1)));
        if (!isTag) {
            end = start + 1;
            return Kind.SIGN;
        }
        return endsBehind(sql.substring(start, end + 1), end + 1, Kind.TEXT);
    }

    private Kind endsBehind(String closing, int from, Kind kind) {
        int found = sql.indexOf(closing, from);
        end = found < 0 ? sql.length() : found + closing.length();
        return found < 0 ? Kind.UNCLOSED : kind;
    }

    private boolean isNumberStart() {
        if (isDigit(start)) {
            return true;
        }
        boolean followsName = !tokens.isEmpty() && tokens.get(tokens.size() - 1).isName();
        return sql.charAt(start) == '.' && isDigit(start + 1) && !followsName;
    }

    private Kind number() {
        if (isAt("0x", start) || isAt("0X", start)) {
            passWord();
            return Kind.NUMBER;
        }
        while (isDigit(end) || isAt(".", end)) {
            end++;
        }
        int exponent = end + (isAt("+", end + 1) || isAt("-", end + 1) ? 2 : 1);
        if ((isAt("e", end) || isAt("E", end)) && isDigit(exponent)) {
            end = exponent;
            while (isDigit(end)) {
                end++;
            }
        }
        return Kind.NUMBER;
    }

    private Kind sign() {
        if (BEGINNINGS.indexOf(sql.charAt(start)) >= 0) {
            LONG_SIGNS.stream()
                    .filter(sign -> isAt(sign, start))
                    .findFirst()
                    .ifPresent(sign -> end = start + sign.length());
        }
        return Kind.SIGN;
    }

    private boolean isAt(String text, int place) {
        return sql.startsWith(text, place);
    }

    private boolean isDigit(int place) {
        return place < sql.length() && sql.charAt(place) >= '0' && sql.charAt(place) <= '9';
    }

    /** All characters beyond ASCII are part of names, as in PostgreSQL and SQLite. */
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > '\u007f';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
