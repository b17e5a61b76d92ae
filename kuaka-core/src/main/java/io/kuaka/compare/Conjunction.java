package io.kuaka.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order of conditions that all have to hold.
 *
 * <p>The order has no meaning, and Hibernate writes the checks of Bean Validation in another one each time.
 */
final class Conjunction {
    /** What a condition consists of: texts and names in quotes, parentheses, words, and all else. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|[()]|\\w+|.", Pattern.DOTALL);

    private Conjunction() {}

    /** Returns a rule, which ends with a condition in parentheses, with its conditions in the order of the alphabet. */
    static String ordered(String rule) {
        int start = rule.indexOf('(');
        return start < 0 ? rule : rule.substring(0, start) + orderedCondition(rule.substring(start));
    }

    private static String orderedCondition(String condition) {
        List<String> parts = parts(condition);
        if (parts.size() > 1) {
            return parts.stream().sorted().collect(Collectors.joining(" and "));
        }
        String inner = condition.isEmpty() ? "" : condition.substring(1, Math.max(1, condition.length() - 1));
        return condition.equals("(" + inner + ")") && isBalanced(inner)
                ? "(" + orderedCondition(inner) + ")"
                : condition;
    }

    /** Returns the conditions that are joined by "and"; the whole condition if it is joined by anything else, too. */
    private static List<String> parts(String condition) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (String token : tokens(condition)) {
            depth += depth(token);
            boolean isOutside = depth == 0 && !token.equals(")");
            if (isOutside && token.matches("(?i)or|between")) {
                return List.of(condition);
            }
            if (isOutside && token.equalsIgnoreCase("and")) {
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
            depth += depth(token);
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int depth(String token) {
        return switch (token) {
            case "(" -> 1;
            case ")" -> -1;
            default -> 0;
        };
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
