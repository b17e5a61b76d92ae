package io.kuaka.schema.statement;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table by the values of its primary key, as a text that the journal can keep.
 *
 * @param table the table as statements name it
 * @param key the values of the key's columns, as texts
 */
public record WalkPosition(String table, List<String> key) {
    private static final String SEPARATOR = " ";

    public WalkPosition {
        key = List.copyOf(key);
    }

    /** Reads a position from its text. */
    public static WalkPosition parse(String text) {
        List<String> parts = Arrays.stream(text.split(SEPARATOR, -1))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        return new WalkPosition(parts.get(0), parts.subList(1, parts.size()));
    }

    /** Returns the position as a text of ASCII characters, so that any database can store it. */
    public String text() {
        return encoded(table)
                + SEPARATOR
                + key.stream().map(WalkPosition::encoded).collect(Collectors.joining(SEPARATOR));
    }

    /** Returns the key for messages. */
    public String words() {
        return key.size() == 1 ? key.get(0) : key.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
