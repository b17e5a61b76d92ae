package io.kuaka.schema.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command {@code delimiter} of the client of MySQL and MariaDB, which scripts with routines have: from such a line on,
 * statements end where its sign is.
 *
 * <p>The server doesn't know it. What comes before the first such line, and after one that names the semicolon, is left
 * to others.
 */
final class Delimiters {
    /** A part of a script: one statement, or any number of them that end as usual. */
    record Part(String sql, boolean isOneStatement) {}

    private static final Pattern COMMAND =
            Pattern.compile("[ \\t]*delimiter[ \\t]+(\\S+)[^\\n]*(?:\\n|$)", Pattern.CASE_INSENSITIVE);
    private static final String USUAL = ";";

    private final String sql;
    private final List<Part> parts = new ArrayList<>();
    private String delimiter = USUAL;
    private int start;
    private int position;

    private Delimiters(String sql) {
        this.sql = sql;
    }

    /** Returns the parts of a script, one if it has no such command. */
    static List<Part> parts(String sql) {
        return new Delimiters(sql).parts();
    }

    private List<Part> parts() {
        Matcher command = COMMAND.matcher(sql);
        boolean isLineStart = true;
        while (position < sql.length()) {
            if (isLineStart && command.region(position, sql.length()).lookingAt()) {
                end();
                delimiter = command.group(1);
                position = command.end();
                start = position;
            } else if (!isUsual() && sql.startsWith(delimiter, position)) {
                end();
                position += delimiter.length();
                start = position;
                isLineStart = false;
            } else {
                isLineStart = sql.charAt(position) == '\n';
                pass();
            }
        }
        end();
        return parts;
    }

    private boolean isUsual() {
        return delimiter.equals(USUAL);
    }

    private void end() {
        parts.add(new Part(sql.substring(start, position), !isUsual()));
    }

    /** Moves behind a text, a quoted name or a comment, or by one character. */
    private void pass() {
        char first = sql.charAt(position);
        switch (first) {
            case '\'', '"', '`' -> passQuoted(first);
            case '#' -> passTo("\n", 0);
            case '-' -> {
                boolean isComment = sql.startsWith("--", position)
                        && (position + 2 == sql.length() || sql.charAt(position + 2) <= ' ');
                passTo(isComment ? "\n" : "-", 0);
            }
            case '/' -> {
                if (sql.startsWith("/*", position)) {
                    passTo("*/", 2);
                } else {
                    position++;
                }
            }
            default -> position++;
        }
    }

    /** Moves to the end of a line, or behind another text. */
    private void passTo(String end, int length) {
        int found = sql.indexOf(end, position + length);
        boolean isLine = end.equals("\n");
        position = found < 0 ? sql.length() : isLine ? found : found + end.length();
    }

    private void passQuoted(char quote) {
        position++;
        while (position < sql.length() && sql.charAt(position) != quote) {
            position += sql.charAt(position) == '\\' && quote != '`' ? 2 : 1;
        }
        position = Math.min(position + 1, sql.length());
    }
}
