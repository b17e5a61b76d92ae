package io.kuaka.schema.statement;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Splits SQL that a user wrote into statements, at the semicolons that end one.
 *
 * <p>Those within text literals, quoted names, comments, parentheses, PostgreSQL's dollar quotes, and the bodies of
 * triggers, procedures and functions don't. On MySQL and MariaDB, a line {@code delimiter $$} of their client says where
 * statements end. Nothing else is parsed, and only the space around a statement is changed.
 */
public final class SqlScript {
    /** What has a body of statements, and what else {@code create} can create. */
    private static final Set<String> ROUTINES = Set.of("trigger", "procedure", "function", "event", "package");

    private static final Set<String> OTHER_OBJECTS =
            Set.of("table", "view", "index", "type", "sequence", "schema", "database", "user", "role", "extension");
    /** MariaDB's "begin not atomic" is a block of statements. */
    private static final Pattern TRANSACTION_CONTROL =
            Pattern.compile("^(?:commit|rollback|abort|end|begin(?! not)|savepoint|release|start transaction"
                    + "|prepare transaction|xa|set(?: global| session| local)? autocommit)\\b(?! not\\b)");

    private static final Set<String> CLOSED_BY_THEIR_NAME = Set.of("if", "loop", "while", "repeat");

    private final String sql;
    private final SqlSyntax syntax;
    private final List<String> statements = new ArrayList<>();
    private int start;
    private boolean hasContent;
    private Kind kind = Kind.UNKNOWN;
    private int parentheses;
    private int blocks;
    private boolean isAfterEnd;

    /** What the words of a statement so far tell about it. */
    private enum Kind {
        UNKNOWN,
        CREATION,
        ROUTINE,
        OTHER
    }

    private SqlScript(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
    }

    /** Returns the statements of {@code sql}; none if it is blank or has only comments. */
    public static List<String> statements(String sql, SqlSyntax syntax) {
        if (syntax != SqlSyntax.BACKSLASHES) {
            return new SqlScript(sql, syntax).split();
        }
        List<String> statements = new ArrayList<>();
        for (Delimiters.Part part : Delimiters.parts(sql)) {
            List<String> split = new SqlScript(part.sql(), syntax).split();
            boolean isWhole = part.isOneStatement() && !split.isEmpty();
            statements.addAll(isWhole ? List.of(part.sql().strip()) : split);
        }
        return statements;
    }

    /** Returns the words of a statement in lower case with spaces between them, without texts, quoted names and comments. */
    public static String words(String statement, SqlSyntax syntax) {
        return SqlTokenizer.tokens(statement, syntax).stream()
                .filter(token -> token.kind() == SqlToken.Kind.WORD)
                .map(SqlToken::lowerCase)
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the first words of a statement that begins or ends a transaction or a part of one, or that changes whether
     * each statement is one; empty for all other statements.
     */
    public static String transactionControl(String statement, SqlSyntax syntax) {
        String words = words(statement, syntax);
        Matcher control = TRANSACTION_CONTROL.matcher(words);
        return control.find() ? control.group() : "";
    }

    private List<String> split() {
        int position = 0;
        for (SqlToken token : SqlTokenizer.tokens(sql, syntax)) {
            switch (token.kind()) {
                case WORD -> word(token.lowerCase());
                case SIGN -> sign(token.text(), position);
                case TEXT, NAME, NUMBER, UNCLOSED -> hasContent = true;
                case COMMENT -> hasContent |= isRead(token.text());
                case SPACE -> {}
            }
            position += token.text().length();
        }
        end(sql.length());
        return statements;
    }

    /** MySQL and MariaDB run what is in such comments, or read it as hints for the statement. */
    private static boolean isRead(String comment) {
        return comment.startsWith("/*!") || comment.startsWith("/*+");
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

    /** {@code end} closes {@code begin} and {@code case}; {@code end if} and the like close what isn't counted. */
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
