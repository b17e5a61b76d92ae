package io.kuaka.hibernate.column;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the SQL in {@code @Column(columnDefinition = …)}: the type, and attributes of the field.
 *
 * <p>An unknown part stays with the type, and reaches the database as it was written.
 *
 * @param type the type's own text
 * @param checks the conditions of checks, without their outer parentheses
 */
public record ColumnDefinition(
        String type, boolean notNull, boolean unique, Optional<String> defaultValue, List<String> checks) {
    private static final Set<String> KEYWORDS = Set.of(
            "null",
            "default",
            "unique",
            "check",
            "references",
            "constraint",
            "generated",
            "collate",
            "comment",
            "auto_increment",
            "stored",
            "virtual");

    /** Keywords of two words. */
    private static final Map<String, String> PAIRS =
            Map.of("not", "null", "primary", "key", "on", "update", "character", "set");

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
        List<SqlToken> tokens = SqlTokenizer.tokens(sql, SqlSyntax.STANDARD);
        List<Part> parts = new ArrayList<>();
        String keyword = "";
        StringBuilder text = new StringBuilder();
        int size = 0;
        int depth = 0;
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            boolean isValue = keyword.equals("default") && size == 1;
            String next = depth == 0 && i >= end && !isValue ? keyword(tokens, i) : "";
            if (!next.isEmpty()) {
                parts.add(new Part(keyword, text.toString().strip()));
                keyword = next;
                text.setLength(0);
                size = 0;
                end = i + (PAIRS.containsKey(token.lowerCase()) ? 3 : 1);
            }
            text.append(token.text());
            size += token.isCode() ? 1 : 0;
        }
        parts.add(new Part(keyword, text.toString().strip()));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /** Returns the keyword that begins at a position, in lower case; empty if none does. */
    private static String keyword(List<SqlToken> tokens, int place) {
        String word = tokens.get(place).kind() == SqlToken.Kind.WORD
                ? tokens.get(place).lowerCase()
                : "";
        String second = PAIRS.getOrDefault(word, "");
        boolean isPair = place + 2 < tokens.size()
                && tokens.get(place + 1).kind() == SqlToken.Kind.SPACE
                && tokens.get(place + 2).isWord(second);
        return isPair ? word + " " + second : KEYWORDS.contains(word) ? word : "";
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
