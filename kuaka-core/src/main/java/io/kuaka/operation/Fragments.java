package io.kuaka.operation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Joins names into a part of a migration's name: lower case, words apart by underscores. */
final class Fragments {
    private Fragments() {}

    /** Returns {@code OrderLine} and {@code createdAt} as {@code order_line_created_at}. */
    static String join(String... names) {
        return Arrays.stream(names).map(Fragments::snakeCase).collect(Collectors.joining("_"));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
