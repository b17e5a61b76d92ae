package io.kuaka.tooling.config;

import java.util.List;
import java.util.StringTokenizer;

/**
 * A condition on profiles, as in {@code prod & !(eu | us)}. As in Spring, {@code &} and {@code |} can be mixed only
 * with brackets.
 */
final class ProfileExpression {
    private final SettingsDocument document;
    private final int line;
    private final String expression;
    private final List<String> active;
    private final StringTokenizer tokens;
    private String token = "";

    private ProfileExpression(SettingsDocument document, int line, String expression, List<String> active) {
        this.document = document;
        this.line = line;
        this.expression = expression;
        this.active = active;
        this.tokens = new StringTokenizer(expression, "!&|() \t", true);
        next();
    }

    /** Returns whether the profiles meet the expression in a line of a document. */
    static boolean matches(SettingsDocument document, int line, String expression, List<String> active) {
        ProfileExpression reading = new ProfileExpression(document, line, expression, active);
        boolean result = reading.alternatives();
        if (!reading.token.isEmpty()) {
            throw reading.malformed();
        }
        return result;
    }

    private boolean alternatives() {
        boolean result = single();
        String sign = token;
        while (token.equals("&") || token.equals("|")) {
            if (!token.equals(sign)) {
                throw malformed();
            }
            next();
            boolean more = single();
            result = sign.equals("&") ? result && more : result || more;
        }
        return result;
    }

    private boolean single() {
        String first = token;
        next();
        return switch (first) {
            case "!" -> !single();
            case "(" -> {
                boolean inside = alternatives();
                if (!token.equals(")")) {
                    throw malformed();
                }
                next();
                yield inside;
            }
            case "", ")", "&", "|" -> throw malformed();
            default -> active.contains(first);
        };
    }

    private void next() {
        do {
            token = tokens.hasMoreTokens() ? tokens.nextToken() : "";
        } while (token.equals(" ") || token.equals("\t"));
    }

    private UnreadableSettingsException malformed() {
        return UnreadableSettingsException.at(
                document.file(),
                line,
                "\"" + expression + "\" isn't a condition on profiles such as \"prod & (eu | us)\".");
    }
}
