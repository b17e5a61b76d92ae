package io.kuaka.schema.conversion;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns the values of an enumeration from names into positions and back, and moves positions when names change places.
 *
 * <p>A value that has no counterpart becomes one that the check of the new type refuses: rows are never given another
 * meaning in silence.
 */
public final class EnumConversion {
    private EnumConversion() {}

    /**
     * Returns the expression that turns a value of {@code before} into one of {@code after}.
     *
     * @param asText how the database turns a number into a text
     */
    public static String of(SqlGrammar grammar, String column, ColumnType before, ColumnType after, String asText) {
        String otherwise = isOrdinal(after) ? "-1" : asText;
        List<String> common =
                before.values().stream().filter(after.values()::contains).toList();
        String cases = common.stream()
                .map(value -> " when " + column + " = " + spell(grammar, before, value) + " then "
                        + spell(grammar, after, value))
                .collect(Collectors.joining());
        return "case when " + column + " is null then null" + cases + " else " + otherwise + " end";
    }

    private static String spell(SqlGrammar grammar, ColumnType type, String value) {
        return isOrdinal(type) ? Integer.toString(type.values().indexOf(value)) : grammar.text(value);
    }

    private static boolean isOrdinal(ColumnType type) {
        return type.kind() == Kind.ORDINAL_ENUM;
    }
}
