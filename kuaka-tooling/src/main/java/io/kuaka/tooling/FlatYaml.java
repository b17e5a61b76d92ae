package io.kuaka.tooling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the nested keys and plain values of a YAML file as {@code spring.datasource.url}.
 *
 * <p>That is what settings are written with. Lists, anchors and texts over several lines are passed over, and so is
 * whatever follows the first document, where Spring keeps the profiles.
 */
final class FlatYaml {
    private static final Pattern ENTRY = Pattern.compile("( *)([^\\s:#'\"\\-][^:]*?|'[^']*'|\"[^\"]*\") *:(?: +(.*))?");

    /** A key that is open, and how far it is indented. */
    private record Level(int indent, String key) {}

    private final Deque<Level> levels = new ArrayDeque<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private FlatYaml() {}

    static Map<String, String> parse(String text) {
        FlatYaml yaml = new FlatYaml();
        boolean started = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("---") && started) {
                break;
            }
            started |= yaml.read(line);
        }
        return yaml.values;
    }

    private boolean read(String line) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            return false;
        }
        int indent = entry.group(1).length();
        while (!levels.isEmpty() && levels.element().indent() >= indent) {
            levels.pop();
        }
        String prefix = levels.isEmpty() ? "" : levels.element().key() + ".";
        String key = prefix + unquoted(entry.group(2));
        levels.push(new Level(indent, key));
        String value =
                entry.group(3) == null ? "" : withoutComment(entry.group(3).strip());
        if (!value.isEmpty() && "|>&*[{".indexOf(value.charAt(0)) < 0) {
            values.put(key, unquoted(value));
        }
        return true;
    }

    private static String withoutComment(String value) {
        if (value.startsWith("'") || value.startsWith("\"")) {
            int end = value.indexOf(value.charAt(0), 1);
            return end < 0 ? value : value.substring(0, end + 1);
        }
        return value.startsWith("#") ? "" : value.replaceAll("\\s+#.*", "").strip();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
