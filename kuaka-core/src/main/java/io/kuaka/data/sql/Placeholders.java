package io.kuaka.data.sql;

import io.kuaka.state.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of a piece of SQL while a grammar spells it, each under a name.
 *
 * <p>The names are replaced by question marks afterwards, in the order in which the grammar wrote them; it may write
 * one several times.
 */
public final class Placeholders {
    private static final String PREFIX = "kuaka_value_";
    private static final Pattern NAMES = Pattern.compile(PREFIX + "(\\d+)");

    private final List<BoundSql> pieces = new ArrayList<>();

    /** Returns the name of a value. */
    public String put(ColumnType type, @Nullable Object value) {
        return put(BoundSql.value(type, value));
    }

    /** Returns the name of a piece of SQL with values. */
    public String put(BoundSql piece) {
        pieces.add(piece);
        return PREFIX + (pieces.size() - 1);
    }

    /** Returns SQL with the values themselves in place of the names, for texts. */
    public String inline(String sql, Function<BoundSql.Parameter, String> spelling) {
        return NAMES.matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(
                        spelling.apply(piece(name).parameters().get(0))));
    }

    /** Returns SQL with question marks in place of the names. */
    public BoundSql bind(String sql) {
        List<BoundSql> used = new ArrayList<>();
        String text = NAMES.matcher(sql).replaceAll(name -> {
            used.add(piece(name));
            return Matcher.quoteReplacement(piece(name).text());
        });
        return BoundSql.of(text, used);
    }

    private BoundSql piece(MatchResult name) {
        return pieces.get(Integer.parseInt(name.group(1)));
    }
}
