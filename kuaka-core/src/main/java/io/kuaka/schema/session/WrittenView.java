package io.kuaka.schema.session;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import io.kuaka.schema.table.TableName;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A view or a trigger of which only the text is known. Whatever it mentions, it uses. */
public record WrittenView(String words, Set<String> mentioned) implements View {
    public WrittenView {
        mentioned = Set.copyOf(mentioned);
    }

    /** Reads what a text mentions. */
    public static WrittenView of(String words, String text, SqlSyntax syntax) {
        return new WrittenView(
                words,
                SqlTokenizer.tokens(text, syntax).stream()
                        .filter(SqlToken::isName)
                        .map(token -> token.kind() == SqlToken.Kind.NAME
                                ? token.text().substring(1, token.text().length() - 1)
                                : token.text())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    @Override
    public boolean uses(TableName table, String column) {
        return mentioned.contains(table.name().toLowerCase(Locale.ROOT))
                && (column.isEmpty() || mentioned.contains(column.toLowerCase(Locale.ROOT)));
    }
}
