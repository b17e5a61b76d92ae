package io.kuaka.operation;

import io.kuaka.state.Index;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parts of migrations' names, lower case with underscores between words, and of descriptions. */
final class NameParts {
    private NameParts() {}

    /** Returns {@code OrderLine} and {@code createdAt} as {@code order_line_created_at}. */
    static String join(String... names) {
        return Arrays.stream(names).map(NameParts::snakeCase).collect(Collectors.joining("_"));
    }

    /** Returns what an index is over, in a description. */
    static String target(Index index) {
        return index.fields().isEmpty() ? "expressions" : "field(s) " + String.join(", ", index.fields());
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
