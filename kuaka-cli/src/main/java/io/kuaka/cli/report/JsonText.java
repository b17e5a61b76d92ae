package io.kuaka.cli.report;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells values in JSON; the parts of objects and arrays are JSON already. */
final class JsonText {
    private JsonText() {}

    static String text(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        return value.codePoints().mapToObj(JsonText::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> codePoint < ' ' ? String.format("\\u%04x", codePoint) : Character.toString(codePoint);
        };
    }

    static String array(Collection<String> elements) {
        return "[" + String.join(", ", elements) + "]";
    }

    static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
