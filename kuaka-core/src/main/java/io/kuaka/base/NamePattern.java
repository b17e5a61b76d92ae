package io.kuaka.base;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names in one word, as settings have them: an asterisk stands for any text, and case makes no difference.
 *
 * @param text the word
 */
@Internal
public record NamePattern(String text) {
    /** Returns whether it means a name. */
    public boolean matches(String name) {
        String expression = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
