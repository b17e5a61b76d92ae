package io.kuaka.schema.conversion;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Converts the values of an enumeration from names to positions and back, and adapts positions when names change
 * places.
 *
 * <p>A value without a counterpart becomes one that the check of the new type refuses: no row changes its meaning
 * silently.
 */
public final class EnumConversion {
    private EnumConversion() {}

    /**
     * Returns the expression that converts a value of {@code before} to one of {@code after}.
     *
     * @param asText how the database converts a number to text
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
