package io.kuaka.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What conditions mean, as far as their texts show it: parentheses that change nothing, the order of conditions that are
 * joined, the order of the values in a list, and bounds that are one condition or two.
 *
 * <p>Hibernate writes the checks of Bean Validation in another order each time, puts those of enumerations in parentheses,
 * and those of their positions as {@code between}; SQLite keeps the text, and the others keep parts of it. Law: conditions
 * of the same meaning here hold for the same rows; the contrary needn't be so.
 */
final class Conditions {
    private static final String LITERAL = "(?:_\\w+)?'(?:[^']|'')*'(?:::[\\w ]+)?|-?\\d+(?:\\.\\d+)?";

    /** What PostgreSQL makes of a text in a list when it reads a cast that it wrote itself. */
    private static final String VALUE = "(?:" + LITERAL + "|\\((?:" + LITERAL + ")\\)::[\\w ]+)";

    private static final Pattern VALUES = Pattern.compile(VALUE);

    private static final String NAME = "\"(?:[^\"]|\"\")*\"|`[^`]*`|[a-zA-Z_]\\w*";

    /** What a condition consists of: texts and names in quotes, parentheses, words, and all else. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|[()]|\\w+|\\s+|.", Pattern.DOTALL);

    /** A comparison with a list of values: what is before the values, the values, and what is behind them. */
    private static final Pattern IN_A_LIST = Pattern.compile("(?is)((?:" + NAME + ") in ?\\(|.* = any \\(\\(?array\\[)("
            + VALUE + "(?:, ?" + VALUE + ")*)(\\)|](?:\\)::text\\[])?\\))");

    /** What PostgreSQL makes of {@code in}: the name, and the values. */
    private static final Pattern ANY_OF =
            Pattern.compile("(?is)\\(?(" + NAME + ")\\)?(?:::[\\w ]+)? = any \\(\\(?array\\[(" + VALUE + "(?:, ?"
                    + VALUE + ")*)](?:\\)::[\\w ]+\\[\\])?\\)");

    private static final Pattern TYPE_OF_VALUE = Pattern.compile("('(?:[^']|'')*'|[\\d.]+)(?:::[\\w ]+)");

    private static final Pattern BETWEEN =
            Pattern.compile("(?i)(" + NAME + ") between (" + LITERAL + ") and (" + LITERAL + ")");

    private Conditions() {}

    /** Returns a rule as people write it, where PostgreSQL keeps a list of values with the types that it took them for. */
    static String readable(String rule) {
        int start = rule.indexOf('(');
        Matcher list =
                ANY_OF.matcher(start < 0 ? "" : bare(rule.substring(start).strip()));
        return list.matches()
                ? rule.substring(0, start) + "(" + list.group(1) + " in (" + values(list.group(2)) + "))"
                : rule;
    }

    private static String values(String list) {
        return VALUES.matcher(list)
                .results()
                .map(MatchResult::group)
                .map(value -> value.replaceAll("(?i)^\\((.*)\\)::[\\w ]+$", "$1"))
                .map(value -> TYPE_OF_VALUE.matcher(value).replaceFirst("$1"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the meaning of a rule, which ends with a condition in parentheses. */
    static String meaning(String rule) {
        int start = rule.indexOf('(');
        return start < 0 ? rule : rule.substring(0, start) + "(" + meaningOf(rule.substring(start)) + ")";
    }

    private static String meaningOf(String condition) {
        String bare = bare(condition.strip());
        List<String> alternatives = split(bare, "or");
        if (alternatives.size() > 1) {
            return joined(alternatives.stream().map(Conditions::meaningOf), " or ");
        }
        List<String> parts = split(bare, "and");
        if (parts.size() > 1) {
            return joined(parts.stream().flatMap(part -> conjuncts(meaningOf(part))), " and ");
        }
        Matcher between = BETWEEN.matcher(bare);
        if (between.matches()) {
            return joined(
                    Stream.of(
                            between.group(1) + " <= " + between.group(3), between.group(1) + " >= " + between.group(2)),
                    " and ");
        }
        Matcher list = IN_A_LIST.matcher(bare);
        return list.matches() ? list.group(1) + sorted(list.group(2)) + list.group(3) : bare;
    }

    /** Conditions within one of several conditions are as good as those. */
    private static Stream<String> conjuncts(String meaning) {
        return split(meaning, "or").size() > 1
                ? Stream.of(meaning)
                : split(meaning, "and").stream().map(Conditions::bare);
    }

    private static String joined(Stream<String> conditions, String word) {
        return conditions
                .map(Conditions::bare)
                .distinct()
                .sorted()
                .map(each -> "(" + each + ")")
                .collect(Collectors.joining(word));
    }

    private static String sorted(String values) {
        return VALUES.matcher(values).results().map(MatchResult::group).sorted().collect(Collectors.joining(", "));
    }

    /** Returns a condition without the parentheses around all of it. */
    private static String bare(String condition) {
        String rest = condition;
        while (rest.startsWith("(") && rest.endsWith(")") && isBalanced(rest.substring(1, rest.length() - 1))) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        return rest;
    }

    /** Returns the conditions that a word joins, outside of all parentheses. */
    private static List<String> split(String condition, String word) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean isBetween = false;
        for (String token : tokens(condition)) {
            depth += depth(token);
            boolean isOutside = depth == 0;
            boolean isOwnAnd = isOutside && isBetween && token.equalsIgnoreCase("and");
            isBetween = isOutside && (token.equalsIgnoreCase("between") || (isBetween && !isOwnAnd));
            if (isOutside && !isOwnAnd && token.equalsIgnoreCase(word)) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(token);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** Returns whether no parenthesis is closed before it was opened. */
    private static boolean isBalanced(String condition) {
        int depth = 0;
        for (String token : tokens(condition)) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int depth(String token) {
        Predicate<String> is = token::equalsIgnoreCase;
        return is.test("(") || is.test("case") ? 1 : is.test(")") || is.test("end") ? -1 : 0;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
