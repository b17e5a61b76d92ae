package io.kuaka.expression;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names as SQL writes them: quoted or not, in upper or lower case. */
final class SqlNames {
    private SqlNames() {}

    /** Returns whether two names may be the same: some databases store them in upper case, some ignore case. */
    static boolean areSame(String name, String other) {
        return folded(name).equals(folded(other));
    }

    /** Returns an operator that replaces names as {@code renames} says, whatever their quotes and case. */
    static UnaryOperator<String> renaming(Map<String, String> renames) {
        Map<String, Map.Entry<String, String>> byName = renames.entrySet().stream()
                .collect(Collectors.toMap(rename -> folded(rename.getKey()), rename -> rename, (one, other) -> other));
        return name -> {
            Map.Entry<String, String> rename = byName.get(folded(name));
            return rename == null ? name : renamed(name, rename.getKey(), rename.getValue());
        };
    }

    /** Returns a name without its quotes. */
    static String unquoted(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1) : name;
    }

    private static boolean isQuoted(String name) {
        return name.startsWith("\"") || name.startsWith("`");
    }

    private static String folded(String name) {
        return unquoted(name).toLowerCase(Locale.ROOT);
    }

    /** A plain name takes the case of the one before it; in quotes that is the case in which the database keeps names. */
    private static String renamed(String name, String from, String to) {
        String quote = isQuoted(name) ? name.substring(0, 1) : "";
        if (isQuoted(to)) {
            return quote.isEmpty() ? to : quote + unquoted(to) + quote;
        }
        return name.equals(from) ? to : quote + inCaseOf(unquoted(name), to) + quote;
    }

    private static String inCaseOf(String old, String name) {
        if (old.equals(old.toLowerCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT);
        }
        return old.equals(old.toUpperCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
    }
}
