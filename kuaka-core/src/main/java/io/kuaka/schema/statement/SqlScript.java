package io.kuaka.schema.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits SQL that a user wrote into statements, at the semicolons that end one.
 *
 * <p>Those within texts, quoted names, comments, parentheses, PostgreSQL's dollar quotes, and the bodies of triggers,
 * procedures and functions don't. Nothing else is understood, and nothing is changed but the space around a statement.
 */
public final class SqlScript {
    private static final String TEXT = "'(?:[^']|'')*'|[eE]'(?:[^'\\\\]|''|\\\\.)*'";
    private static final String TEXT_WITH_BACKSLASHES = "'(?:[^'\\\\]|''|\\\\.)*'";
    private static final String COMMENT = "\\s+|--[^\n]*|/\\*(?![!+]).*?\\*/";
    private static final String OTHERS = "|(?<quoted>\"(?:[^\"]|\"\")*\"|`[^`]*`)"
            + "|(?<dollar>(?<tag>\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$).*?\\k<tag>)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
            + "|(?<sign>.)";
    private static final Pattern STANDARD = pattern("(?<gap>" + COMMENT + ")|(?<text>" + TEXT + ")" + OTHERS);
    private static final Pattern WITH_BACKSLASHES =
            pattern("(?<gap>" + COMMENT + "|#[^\n]*)|(?<text>" + TEXT_WITH_BACKSLASHES + ")" + OTHERS);
    /** What has a body of statements, and what else {@code create} can make. */
    private static final Set<String> ROUTINES = Set.of("trigger", "procedure", "function", "event", "package");

    private static final Set<String> OTHER_OBJECTS =
            Set.of("table", "view", "index", "type", "sequence", "schema", "database", "user", "role", "extension");
    private static final Set<String> CLOSED_BY_THEIR_NAME = Set.of("if", "loop", "while", "repeat");

    private final String sql;
    private final Pattern tokens;
    private final List<String> statements = new ArrayList<>();
    private int start;
    private boolean hasContent;
    private Kind kind = Kind.UNKNOWN;
    private int parentheses;
    private int blocks;
    private boolean isAfterEnd;

    /** What the words of a statement have said of it so far. */
    private enum Kind {
        UNKNOWN,
        CREATION,
        ROUTINE,
        OTHER
    }

    private SqlScript(String sql, Pattern tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /**
     * Returns the statements of {@code sql}; none where it is blank or has comments only.
     *
     * @param backslashes whether a backslash escapes what follows in a text, and {@code #} begins a comment
     */
    public static List<String> statements(String sql, boolean backslashes) {
        return new SqlScript(sql, backslashes ? WITH_BACKSLASHES : STANDARD).split();
    }

    /** Returns the words of a statement in lower case with spaces between them, without texts, quoted names and comments. */
    public static String words(String statement, boolean backslashes) {
        Matcher token = (backslashes ? WITH_BACKSLASHES : STANDARD).matcher(statement);
        StringJoiner words = new StringJoiner(" ");
        while (token.find()) {
            if (token.group("word") != null) {
                words.add(token.group().toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private List<String> split() {
        Matcher token = tokens.matcher(sql);
        while (token.find()) {
            if (token.group("word") != null) {
                word(token.group().toLowerCase(Locale.ROOT));
            } else if (token.group("sign") != null) {
                sign(token.group(), token.start());
            } else if (token.group("gap") == null) {
                hasContent = true;
            }
        }
        end(sql.length());
        return statements;
    }

    private void word(String word) {
        hasContent = true;
        kind = kindAfter(word);
        if (kind == Kind.ROUTINE) {
            countBlocks(word);
        }
    }

    private Kind kindAfter(String word) {
        return switch (kind) {
            case UNKNOWN -> word.equals("create") ? Kind.CREATION : Kind.OTHER;
            case CREATION -> {
                boolean isOther = OTHER_OBJECTS.contains(word);
                yield ROUTINES.contains(word) ? Kind.ROUTINE : isOther ? Kind.OTHER : Kind.CREATION;
            }
            case ROUTINE, OTHER -> kind;
        };
    }

    /** {@code end} closes {@code begin} and {@code case}; {@code end if} and its like close what isn't counted. */
    private void countBlocks(String word) {
        boolean closesNothing = isAfterEnd && CLOSED_BY_THEIR_NAME.contains(word);
        boolean opens = word.equals("begin") || (word.equals("case") && !isAfterEnd);
        closeBlock(!closesNothing);
        if (opens) {
            blocks++;
        }
        isAfterEnd = word.equals("end");
    }

    private void closeBlock(boolean closes) {
        if (isAfterEnd && closes && blocks > 0) {
            blocks--;
        }
        isAfterEnd = false;
    }

    private void sign(String sign, int position) {
        closeBlock(true);
        switch (sign) {
            case "(" -> parentheses++;
            case ")" -> parentheses = Math.max(0, parentheses - 1);
            case ";" -> {
                if (parentheses == 0 && blocks == 0) {
                    end(position);
                    start = position + 1;
                    return;
                }
            }
            default -> hasContent = true;
        }
    }

    private void end(int position) {
        if (hasContent) {
            statements.add(sql.substring(start, position).strip());
        }
        hasContent = false;
        kind = Kind.UNKNOWN;
        parentheses = 0;
        blocks = 0;
        isAfterEnd = false;
    }
}
