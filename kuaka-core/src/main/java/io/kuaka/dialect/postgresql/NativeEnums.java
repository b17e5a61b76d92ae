package io.kuaka.dialect.postgresql;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The enumeration types of the database: made with the first column that needs them, dropped with the last one.
 *
 * <p>New values are added to a type in place. A transaction that does so can't use them yet (the manual on {@code alter
 * type}); when values go or change their order, the type is made again and all its columns move over. Hibernate also
 * wants casts from and to texts.
 */
final class NativeEnums {
    private final PostgresSqlGrammar grammar;

    NativeEnums(PostgresSqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns what has to be run before tables change. */
    List<String> beforeChange(List<Table> before, List<Table> after, Supplier<OperationContext> context) {
        List<String> statements = new ArrayList<>();
        Map<String, ColumnType> old = types(before.stream());
        types(after.stream()).forEach((name, type) -> {
            List<ColumnType> present = present(context.get().before(), name);
            if (present.isEmpty()) {
                statements.addAll(create(type));
            } else if (present.stream().noneMatch(type::equals)) {
                ColumnType known = old.getOrDefault(name, present.get(0));
                statements.addAll(change(known, type, context.get()));
            }
        });
        return statements;
    }

    /** Returns what has to be run after tables have changed. */
    List<String> afterChange(List<Table> before, List<Table> after, Supplier<OperationContext> context) {
        return types(before.stream()).entrySet().stream()
                .filter(entry -> present(context.get().after(), entry.getKey()).isEmpty())
                .flatMap(entry -> drop(entry.getValue()).stream())
                .toList();
    }

    /** Returns the types of that name that a state has; several while not all columns know a new value yet. */
    private List<ColumnType> present(ProjectState state, String name) {
        return tables(state)
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> enumeration(column).stream())
                .filter(type -> catalogName(type).equals(name))
                .distinct()
                .toList();
    }

    private static Stream<Table> tables(ProjectState state) {
        return state.models().keySet().stream().map(key -> TableMapping.of(state, key));
    }

    private Map<String, ColumnType> types(Stream<Table> tables) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        tables.flatMap(table -> table.columns().stream())
                .flatMap(column -> enumeration(column).stream())
                .forEach(type -> types.put(catalogName(type), type));
        return types;
    }

    /** Returns the named enumeration that a column's values are of, or those in its arrays. */
    private static Optional<ColumnType> enumeration(Column column) {
        ColumnType element = column.type().element();
        ColumnType type = element == null ? column.type() : element;
        return type.kind() == Kind.NATIVE_ENUM ? Optional.of(type) : Optional.empty();
    }

    private String catalogName(ColumnType type) {
        return grammar.catalogName(type.requireName());
    }

    private List<String> create(ColumnType type) {
        String name = grammar.type(type);
        return List.of(
                createType(name, type),
                "create cast (varchar as " + name + ") with inout as implicit",
                "create cast (" + name + " as varchar) with inout as implicit");
    }

    private String createType(String name, ColumnType type) {
        String values = type.values().stream().map(grammar::text).collect(Collectors.joining(", "));
        return "create type " + name + " as enum (" + values + ")";
    }

    private List<String> drop(ColumnType type) {
        String name = grammar.type(type);
        List<String> statements = new ArrayList<>(dropCasts(name));
        statements.add("drop type " + name);
        return statements;
    }

    private static List<String> dropCasts(String name) {
        return List.of("drop cast (varchar as " + name + ")", "drop cast (" + name + " as varchar)");
    }

    private List<String> change(ColumnType before, ColumnType after, OperationContext context) {
        List<String> kept =
                after.values().stream().filter(before.values()::contains).toList();
        return kept.equals(before.values()) ? addValues(before, after) : makeAgain(after, context);
    }

    private List<String> addValues(ColumnType before, ColumnType after) {
        List<String> statements = new ArrayList<>();
        String place = "";
        for (String value : after.values()) {
            if (!before.values().contains(value)) {
                String first = before.values().isEmpty()
                        ? ""
                        : " before " + grammar.text(before.values().get(0));
                statements.add("alter type " + grammar.type(after) + " add value " + grammar.text(value)
                        + (place.isEmpty() ? first : place));
            }
            place = " after " + grammar.text(value);
        }
        return statements;
    }

    private List<String> makeAgain(ColumnType after, OperationContext context) {
        String name = grammar.type(after);
        String old = grammar.identifier(after.requireName().replace("`", "") + "__old");
        List<String> statements = new ArrayList<>(dropCasts(name));
        statements.add("alter type " + name + " rename to " + old);
        statements.addAll(create(after));
        tables(context.before()).forEach(table -> table.columns().stream()
                .filter(column -> enumeration(column).stream()
                        .anyMatch(type -> catalogName(type).equals(catalogName(after))))
                .forEach(column -> statements.add(retype(table.name(), column, name))));
        statements.add("drop type " + old);
        return statements;
    }

    private String retype(TableName table, Column column, String enumeration) {
        String dimensions = column.type().kind() == Kind.ARRAY ? "[]" : "";
        String type = enumeration + dimensions;
        String name = column.name();
        List<Clause> clauses = new ArrayList<>();
        if (column.defaultValue() != null) {
            clauses.add(grammar.alterColumn(name, "drop default"));
        }
        clauses.add(grammar.alterColumn(
                name, "type " + type + " using " + grammar.identifier(name) + "::text" + dimensions + "::" + type));
        if (column.defaultValue() != null) {
            clauses.add(grammar.alterColumn(name, "set default " + grammar.defaultOf(column.defaultValue())));
        }
        return grammar.alterTable(table, clauses);
    }
}
