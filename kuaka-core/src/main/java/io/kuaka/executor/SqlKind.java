package io.kuaka.executor;

import io.kuaka.schema.statement.Sql;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement of SQL does, as far as those have to know who run it. */
enum SqlKind {
    /** Looks for rows that mustn't be there. */
    GUARD,
    /** Clears the way for the statement after it. */
    PREPARATION,
    /** Changes the session alone. */
    SETTING,
    /** Reads or writes rows: can be part of a transaction with others on any database. */
    ROWS,
    /** Changes the schema, or does anything else. */
    OTHER;

    private static final Set<String> WITH_RESULT =
            Set.of("select", "pragma", "with", "values", "show", "call", "explain");
    private static final Set<String> SETTINGS = Set.of("set", "reset", "pragma", "use");
    private static final Set<String> OF_ROWS =
            Set.of("select", "with", "values", "insert", "update", "delete", "merge", "replace");
    private static final Pattern FIRST_WORD =
            Pattern.compile("^(?:\\s++|\\(|--[^\\n]*+\\n|/\\*(?s:.*?)\\*/)*+([A-Za-z]+)");

    static SqlKind of(Sql sql) {
        return switch (sql.role()) {
            case GUARD -> GUARD;
            case PREPARATION -> PREPARATION;
            case CHANGE, FOREIGN -> ofText(sql);
        };
    }

    private static SqlKind ofText(Sql sql) {
        String word = firstWord(sql);
        if (SETTINGS.contains(word)) {
            return SETTING;
        }
        return OF_ROWS.contains(word) ? ROWS : OTHER;
    }

    /** Returns whether the database keeps what a statement does. */
    boolean isKept() {
        return switch (this) {
            case GUARD, PREPARATION, SETTING -> false;
            case ROWS, OTHER -> true;
        };
    }

    /** Returns whether a statement gives rows back, which no batch can take; one that a user wrote may well do so. */
    static boolean hasResult(Sql sql) {
        return sql.violation() != null || sql.isForeign() || WITH_RESULT.contains(firstWord(sql));
    }

    private static String firstWord(Sql sql) {
        Matcher word = FIRST_WORD.matcher(sql.text());
        return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
