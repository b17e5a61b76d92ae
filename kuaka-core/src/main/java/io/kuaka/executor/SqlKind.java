package io.kuaka.executor;

import io.kuaka.schema.statement.Sql;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run has to know about a statement to resume after it. A user's statement is classified by its first word. */
enum SqlKind {
    /** Looks for unsuitable rows. */
    GUARD,
    /** Prepares the statement after it. */
    PREPARATION,
    /** Changes only the session. */
    SETTING,
    /** Reads or writes rows, so it can share a transaction with others on any database. */
    ROWS,
    /** Changes the schema, or does anything else. */
    OTHER;

    private static final Set<String> SETTINGS = Set.of("set", "reset", "pragma", "use");
    private static final Set<String> OF_ROWS =
            Set.of("select", "with", "values", "insert", "update", "delete", "merge", "replace");
    private static final Set<String> KEEPING = Set.of("update", "delete");
    private static final Pattern FIRST_WORD =
            Pattern.compile("^(?:\\s++|\\(|--[^\\n]*+\\n|/\\*(?s:.*?)\\*/)*+([A-Za-z]+)");

    static SqlKind of(Sql sql) {
        return switch (sql.role()) {
            case GUARD -> GUARD;
            case PREPARATION -> PREPARATION;
            case SETTING -> SETTING;
            case ROWS, CLAIM, CALL, EACH -> ROWS;
            case CHANGE -> OTHER;
            case FOREIGN -> ofFirstWord(sql.text());
        };
    }

    /** Returns whether a table may have more rows after a statement than before. */
    static boolean mayAddRows(Sql sql) {
        return switch (sql.role()) {
            case GUARD, PREPARATION, SETTING, CHANGE -> false;
            case ROWS, CLAIM, CALL, EACH -> true;
            case FOREIGN -> !KEEPING.contains(firstWord(sql.text()));
        };
    }

    private static String firstWord(String text) {
        Matcher first = FIRST_WORD.matcher(text);
        return first.find() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static SqlKind ofFirstWord(String text) {
        String word = firstWord(text);
        if (SETTINGS.contains(word)) {
            return SETTING;
        }
        return OF_ROWS.contains(word) ? ROWS : OTHER;
    }

    /** Returns whether a statement has a lasting effect. */
    boolean isKept() {
        return switch (this) {
            case GUARD, PREPARATION, SETTING -> false;
            case ROWS, OTHER -> true;
        };
    }
}
