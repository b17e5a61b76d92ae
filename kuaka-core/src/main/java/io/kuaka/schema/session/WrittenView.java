package io.kuaka.schema.session;

import io.kuaka.expression.SqlSyntax;
import io.kuaka.expression.SqlToken;
import io.kuaka.expression.SqlTokenizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A view or a trigger of which only the text is known. Whatever it mentions, it uses.
 *
 * @param owner the table of a trigger, in lower case; empty for a view
 */
public record WrittenView(String words, String owner, Set<String> mentioned) implements View {
    public WrittenView {
        mentioned = Set.copyOf(mentioned);
    }

    /** Reads what a text mentions. */
    public static WrittenView of(String words, String owner, String text, SqlSyntax syntax) {
        return new WrittenView(
                words,
                owner.toLowerCase(Locale.ROOT),
                SqlTokenizer.tokens(text, syntax).stream()
                        .filter(SqlToken::isName)
                        .map(token -> token.kind() == SqlToken.Kind.NAME
                                ? token.text().substring(1, token.text().length() - 1)
                                : token.text())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    @Override
    public boolean uses(TableTouch touch) {
        String table = touch.table().name().toLowerCase(Locale.ROOT);
        boolean isOwn = owner.equals(table);
        if (touch.column().isEmpty()) {
            return mentioned.contains(table) && !(isOwn && touch.kind() == TableTouch.Kind.DROPPED);
        }
        return (isOwn || mentioned.contains(table))
                && mentioned.contains(touch.column().toLowerCase(Locale.ROOT));
    }
}
