package io.kuaka.hibernate.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the SQL in {@code @Column(columnDefinition = …)}: the type, and what belongs to the field beside it.
 *
 * <p>A part that isn't known stays with the type, and reaches the database as it was written.
 *
 * @param type the type's own text
 * @param checks the conditions of checks, without their outer parentheses
 */
public record ColumnDefinition(
        String type, boolean notNull, boolean unique, Optional<String> defaultValue, List<String> checks) {
    /** A text literal, or the beginning of a part. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|[()]|\\b(?:not\\s+null|null|default|unique|check|references|primary\\s+key"
                    + "|constraint|generated|collate|comment|auto_increment|on\\s+update|character\\s+set|stored|virtual)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A part begins with its keyword and ends where the next one begins. */
    private record Part(String keyword, String text) {}

    public static ColumnDefinition parse(String sql) {
        StringBuilder type = new StringBuilder();
        boolean notNull = false;
        boolean unique = false;
        Optional<String> defaultValue = Optional.empty();
        List<String> checks = new ArrayList<>();
        for (Part part : parts(sql)) {
            switch (part.keyword()) {
                case "not null" -> notNull = true;
                case "null" -> {}
                case "unique" -> unique = true;
                case "default" -> defaultValue = Optional.of(rest(part));
                case "check" -> checks.add(withoutParentheses(rest(part)));
                default -> type.append(type.isEmpty() ? "" : " ").append(part.text());
            }
        }
        return new ColumnDefinition(type.toString(), notNull, unique, defaultValue, checks);
    }

    private static List<Part> parts(String sql) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        String keyword = "";
        int start = 0;
        int depth = 0;
        while (matcher.find()) {
            String token = matcher.group();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            boolean isWord = Character.isLetter(token.charAt(0));
            boolean isValue = keyword.equals("default")
                    && sql.substring(start, matcher.start()).strip().equalsIgnoreCase("default");
            if (depth == 0 && isWord && !isValue) {
                parts.add(
                        new Part(keyword, sql.substring(start, matcher.start()).strip()));
                keyword = token.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
                start = matcher.start();
            }
        }
        parts.add(new Part(keyword, sql.substring(start).strip()));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private static String rest(Part part) {
        return part.text().substring(part.keyword().length()).strip();
    }

    private static String withoutParentheses(String text) {
        return text.startsWith("(") && text.endsWith(")")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }
}
