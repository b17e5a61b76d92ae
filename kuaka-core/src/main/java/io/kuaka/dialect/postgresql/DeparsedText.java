package io.kuaka.dialect.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as PostgreSQL writes them, in the form that they keep when they are read again.
 *
 * <p>{@code x in ('a', 'b')} over a {@code varchar} is written as a cast of an array, which is read again as an array of
 * casts. A check that was taken over from a database would differ from itself otherwise.
 */
final class DeparsedText {
    private static final String ELEMENT = "'(?:[^']|'')*'::character varying(?:\\(\\d+\\))?";

    private static final Pattern CAST_ARRAY =
            Pattern.compile("\\(ARRAY\\[(" + ELEMENT + "(?:, " + ELEMENT + ")*)\\]\\)::text\\[\\]");

    private static final Pattern EACH = Pattern.compile(ELEMENT);

    private DeparsedText() {}

    /** Returns the default of a column in one form for now, which has several that lead to the same. */
    static @Nullable String momentary(String type, @Nullable String defaultValue) {
        boolean isLocal = type.endsWith("without time zone") && "LOCALTIMESTAMP".equals(defaultValue);
        boolean isNow = type.startsWith("timestamp") && ("now()".equals(defaultValue) || isLocal);
        return isNow ? "CURRENT_TIMESTAMP" : defaultValue;
    }

    /** Returns an expression of the catalog in its lasting form. */
    static String lasting(String sql) {
        Matcher arrays = CAST_ARRAY.matcher(sql);
        return arrays.replaceAll(array ->
                Matcher.quoteReplacement("ARRAY[" + EACH.matcher(array.group(1)).replaceAll("($0)::text") + "]"));
    }
}
