package io.kuaka.compare;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.TypeFamily;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logical types behind the words of a catalog, learnt from the columns whose types are known; a type that no such
 * column has stays in the database's words.
 */
final class FoundTypes {
    private static final Pattern NUMBERS = Pattern.compile("\\((\\d+)(?:,\\s*(\\d+))?\\)");

    /** An enumeration is more than its words say, and a type in the database's own words says no more than they do. */
    private static final Set<TypeFamily> NOT_IN_WORDS =
            EnumSet.of(TypeFamily.NAMED_ENUM, TypeFamily.ORDINAL_ENUM, TypeFamily.ARRAY, TypeFamily.OTHER);

    /** What has no size that a catalog could show in parentheses: those are of the display, or of the storage. */
    private static final Set<TypeFamily> WITHOUT_SIZE =
            EnumSet.of(TypeFamily.INTEGER, TypeFamily.FLOATING, TypeFamily.UUID);

    private final SqlGrammar grammar;
    private final Map<String, ColumnType> exact = new HashMap<>();
    private final Map<String, ColumnType> learnt = new HashMap<>();

    private FoundTypes(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Learns from a state and what the database makes of it. */
    static FoundTypes of(Comparison comparison) {
        return of(comparison.names(), comparison.state(), comparison.expected());
    }

    /** Learns from a state and what the database makes of it. */
    static FoundTypes of(SchemaNames names, ProjectState state, Schema made) {
        FoundTypes types = new FoundTypes(names.grammar());
        Map<Object, Table> expected = new HashMap<>();
        made.tables().forEach(table -> expected.put(table.name(), table));
        for (ModelKey key : state.models().keySet()) {
            Table table = TableMapping.of(state, key);
            Table known = expected.get(names.canonical(table.name()));
            if (known != null) {
                types.learn(names, table.columns(), known.columns());
            }
        }
        return types;
    }

    private void learn(SchemaNames names, List<Column> columns, List<Column> others) {
        // A numbered column has another type on SQLite than its values have elsewhere. More than one bit is no truth
        // value.
        for (Column column : columns) {
            others.stream()
                    .filter(other -> names.isSame(other.name(), column.name()))
                    .filter(other -> !NOT_IN_WORDS.contains(column.type().family()) && !column.isIdentity())
                    .map(other -> other.type().requireName())
                    .forEach(words -> {
                        exact.putIfAbsent(words.toLowerCase(Locale.ROOT), column.type());
                        if (column.type().family() != TypeFamily.BOOLEAN) {
                            learnt.putIfAbsent(form(words), column.type());
                        }
                    });
        }
    }

    private static String form(String words) {
        return NUMBERS.matcher(words.toLowerCase(Locale.ROOT)).replaceFirst("(…)");
    }

    /** Returns the type of a column that the catalog describes so. */
    ColumnType of(String words) {
        ColumnType same = exact.get(words.toLowerCase(Locale.ROOT));
        if (same != null) {
            return widest(same, words);
        }
        ColumnType known = learnt.get(form(words));
        if (known != null) {
            return widest(sized(known, words), words);
        }
        for (ColumnType.Kind kind : EnumSet.allOf(ColumnType.Kind.class)) {
            // A number without a size has any, which entities can't say.
            if (!NOT_IN_WORDS.contains(kind.family())
                    && kind.family() != TypeFamily.DECIMAL
                    && grammar.type(ColumnType.of(kind)).equalsIgnoreCase(words)) {
                return widest(ColumnType.of(kind), words);
            }
        }
        return ColumnType.sql(words);
    }

    /** Where the database has one type for numbers of two sizes, its column may hold the larger ones. */
    private ColumnType widest(ColumnType type, String words) {
        return type.family() != TypeFamily.INTEGER
                ? type
                : EnumSet.allOf(ColumnType.Kind.class).stream()
                        .filter(kind -> kind.family() == TypeFamily.INTEGER)
                        .map(ColumnType::of)
                        .filter(each -> grammar.type(each).equalsIgnoreCase(words))
                        .reduce(type, (one, other) -> other);
    }

    private static ColumnType sized(ColumnType known, String words) {
        Matcher numbers = NUMBERS.matcher(words);
        if (!numbers.find() || WITHOUT_SIZE.contains(known.family())) {
            return known;
        }
        String scale = numbers.group(2);
        return new ColumnType(
                known.kind(),
                Integer.parseInt(numbers.group(1)),
                scale == null ? known.scale() : Integer.parseInt(scale),
                known.values(),
                known.element(),
                known.name());
    }
}
