package io.kuaka.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens of an SQL expression, and which of them name columns and tables.
 *
 * @param columns the columns that are named; empty if the expression isn't understood
 * @param otherReading the tokens as read by databases in which a backslash escapes, if both readings are complete
 */
record SqlText(List<SqlToken> tokens, Optional<List<ColumnReference>> columns, List<SqlToken> otherReading) {
    /** Reads SQL for an unknown database; if databases read it differently, it isn't understood. */
    static SqlText of(String sql) {
        List<SqlToken> standard = SqlTokenizer.tokens(sql, SqlSyntax.STANDARD);
        if (!sql.contains("\\'")) {
            return understood(standard);
        }
        List<SqlToken> escaped = SqlTokenizer.tokens(sql, SqlSyntax.BACKSLASHES);
        if (isClosed(standard) && isClosed(escaped) && !standard.equals(escaped)) {
            return new SqlText(standard, Optional.empty(), escaped);
        }
        return understood(isClosed(standard) ? standard : escaped);
    }

    private static SqlText understood(List<SqlToken> tokens) {
        return new SqlText(tokens, ColumnReader.read(tokens), List.of());
    }

    private static boolean isClosed(List<SqlToken> tokens) {
        return tokens.stream().noneMatch(token -> token.kind() == SqlToken.Kind.UNCLOSED);
    }

    /** Returns the text with the names of columns replaced. */
    String mapColumns(UnaryOperator<String> rename) {
        return edit(texts -> references()
                .mapToInt(ColumnReference::column)
                .forEach(place -> texts[place] = rename.apply(texts[place])));
    }

    /** Returns the text with the names of tables before columns replaced. */
    String mapTables(UnaryOperator<String> rename) {
        return edit(texts -> references()
                .flatMapToInt(reference -> reference.table().stream())
                .forEach(place -> texts[place] = rename.apply(texts[place])));
    }

    /** Returns the text without the name of {@code table}, and of its schema, before columns. */
    String withoutTable(String table) {
        return edit(texts -> references()
                .filter(reference -> isOf(reference, table))
                .forEach(reference -> {
                    for (int i = reference.places().get(0); i < reference.column(); i++) {
                        texts[i] = "";
                    }
                }));
    }

    /** Returns the text with all quoted names replaced, whatever they name. */
    String mapQuoted(UnaryOperator<String> replacement) {
        return tokens.stream()
                .map(token -> token.kind() == SqlToken.Kind.NAME ? replacement.apply(token.text()) : token.text())
                .collect(Collectors.joining());
    }

    /** Returns whether a column is named; if in doubt, yes. */
    boolean hasColumn(String column) {
        return columns.isPresent()
                ? references().anyMatch(reference -> isAt(reference.column(), column))
                : hasName(column);
    }

    /** Returns whether a table qualifies a column; if in doubt, yes. */
    boolean hasTable(String table) {
        return columns.isPresent() ? references().anyMatch(reference -> isOf(reference, table)) : hasName(table);
    }

    private Stream<ColumnReference> references() {
        return columns.stream().flatMap(List::stream);
    }

    private boolean isOf(ColumnReference reference, String table) {
        return reference.table().stream().anyMatch(place -> isAt(place, table));
    }

    private boolean isAt(int place, String name) {
        return SqlNames.areSame(tokens.get(place).text(), name);
    }

    private boolean hasName(String name) {
        return Stream.concat(tokens.stream(), otherReading.stream())
                .anyMatch(token -> token.isName() && SqlNames.areSame(token.text(), name));
    }

    private String edit(Consumer<String[]> change) {
        String[] texts = tokens.stream().map(SqlToken::text).toArray(String[]::new);
        change.accept(texts);
        return String.join("", texts);
    }
}
