package io.kuaka.tooling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces placeholders such as {@code ${name:default}} in settings.
 *
 * <p>Values, names and defaults may contain placeholders themselves.
 */
final class PlaceholderResolver {
    private static final String START = "${";

    private final String setting;
    private final Function<String, Optional<String>> lookUp;
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * @param setting the setting whose text is resolved, for messages
     * @param lookUp finds the value of a name
     */
    PlaceholderResolver(String setting, Function<String, Optional<String>> lookUp) {
        this.setting = setting;
        this.lookUp = lookUp;
    }

    /**
     * Returns a text without placeholders.
     *
     * @throws UnresolvedSettingException if a name has no value and no default, or refers back to itself
     */
    String resolve(String text) {
        StringBuilder result = new StringBuilder();
        int place = 0;
        int start = text.indexOf(START);
        while (start >= 0) {
            int end = end(text, start + START.length());
            if (end < 0) {
                break;
            }
            result.append(text, place, start).append(value(text.substring(start + START.length(), end)));
            place = end + 1;
            start = text.indexOf(START, place);
        }
        return result.append(text.substring(place)).toString();
    }

    /** Returns where the bracket that is open before {@code from} is closed; -1 if it isn't. */
    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(START, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String value(String placeholder) {
        int colon = colon(placeholder);
        String name = resolve(colon < 0 ? placeholder : placeholder.substring(0, colon));
        if (open.contains(name)) {
            throw UnresolvedSettingException.circular(setting, name);
        }
        Optional<String> found = lookUp.apply(name);
        if (found.isEmpty() && colon < 0) {
            throw UnresolvedSettingException.missing(setting, name);
        }
        open.push(name);
        String value = resolve(found.orElseGet(() -> placeholder.substring(colon + 1)));
        open.pop();
        return value;
    }

    /** Returns where the default begins; colons inside nested placeholders don't count. */
    private static int colon(String placeholder) {
        int depth = 0;
        for (int i = 0; i < placeholder.length(); i++) {
            char c = placeholder.charAt(i);
            if (placeholder.startsWith(START, i)) {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
