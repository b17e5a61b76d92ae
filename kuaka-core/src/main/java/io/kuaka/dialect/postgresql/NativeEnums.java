package io.kuaka.dialect.postgresql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The enumeration types of the database: created with the first column that needs them, dropped with the last one.
 *
 * <p>New values are added to a type in place, unless the same migration uses them: a transaction can't use the values
 * that it adds (the manual on {@code alter type}). Then, and when values are removed or change their order, the type is
 * created again, and its columns are changed to it, with everything that has the type in its text. Hibernate also needs
 * casts from and to text.
 */
final class NativeEnums {
    private final PostgresSqlGrammar grammar;
    private final Consumer<Sql> run;
    private final Consumer<List<TableDiff>> alter;
    private final Map<String, List<String>> added = new HashMap<>();

    /**
     * Makes the types of one migration.
     *
     * @param run adds a statement
     * @param alter adds the statements that change tables
     */
    NativeEnums(PostgresSqlGrammar grammar, Consumer<Sql> run, Consumer<List<TableDiff>> alter) {
        this.grammar = grammar;
        this.run = run;
        this.alter = alter;
    }

    /** Adds what has to run before tables change: types that are new, or get more values. */
    void beforeChange(List<Table> after, List<Expression> fills, Supplier<OperationContext> changed) {
        if (after.stream().noneMatch(NativeEnums::hasEnumeration)) {
            return;
        }
        OperationContext context = changed.get();
        Map<String, ColumnType> present = types(context.before());
        Map<String, ColumnType> wanted = types(context.after());
        wanted.forEach((name, type) -> {
            ColumnType old = present.get(name);
            if (old == null) {
                create(type);
            } else if (!old.values().containsAll(type.values())) {
                addValues(old, type, context.before(), uses(after, fills));
            } else if (added.getOrDefault(name, List.of()).stream().anyMatch(uses(after, fills))) {
                makeAgain(old, context.before());
            }
        });
    }

    /** Adds what has to run after tables have changed: types that lose values, change their order, or are dropped. */
    void afterChange(List<Table> before, Supplier<OperationContext> changed) {
        if (before.stream().noneMatch(NativeEnums::hasEnumeration)) {
            return;
        }
        OperationContext context = changed.get();
        Map<String, ColumnType> wanted = types(context.after());
        types(context.before()).forEach((name, old) -> {
            ColumnType type = wanted.get(name);
            if (type == null) {
                dropCasts(old);
                run.accept(Sql.of("drop type " + grammar.type(old), Effect.dropped(words(catalogName(old)))));
            } else if (!type.equals(old) && old.values().containsAll(type.values())) {
                makeAgain(type, context.after());
            }
        });
    }

    private static boolean hasEnumeration(Table table) {
        return !in(table).isEmpty();
    }

    /** Returns the enumeration types that a table needs. */
    static Set<ColumnType> in(Table table) {
        return table.columns().stream()
                .flatMap(column -> PostgresSqlGrammar.enumeration(column.type()).stream())
                .collect(Collectors.toSet());
    }

    /** Returns whether a value is used by constraints of tables, by their defaults or by what existing rows get. */
    private Predicate<String> uses(List<Table> tables, List<Expression> fills) {
        List<String> texts = new ArrayList<>();
        for (Table table : tables) {
            texts.add(grammar.createTable(table).text());
            table.indexes()
                    .forEach(index ->
                            texts.add(grammar.createIndex(table.name(), index).text()));
        }
        fills.forEach(fill -> texts.add(grammar.expression(fill)));
        return value -> texts.stream().anyMatch(text -> text.contains(grammar.text(value)));
    }

    /**
     * Returns the types that a state needs, by their names.
     *
     * <p>The columns of a type change one after the other. Until the last one has changed, the type has the values of
     * all.
     */
    private Map<String, ColumnType> types(ProjectState state) {
        Map<String, Set<ColumnType>> all = new LinkedHashMap<>();
        tables(state)
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> PostgresSqlGrammar.enumeration(column.type()).stream())
                .forEach(type -> all.computeIfAbsent(catalogName(type), name -> new LinkedHashSet<>())
                        .add(type));
        Map<String, ColumnType> types = new LinkedHashMap<>();
        all.forEach((name, versions) -> types.put(name, union(versions)));
        return types;
    }

    private static ColumnType union(Set<ColumnType> versions) {
        Set<String> values = new LinkedHashSet<>();
        versions.stream()
                .sorted(Comparator.comparing((ColumnType type) -> -type.values().size()))
                .forEach(type -> values.addAll(type.values()));
        ColumnType any = versions.iterator().next();
        return new ColumnType(any.kind(), any.length(), any.scale(), List.copyOf(values), null, any.name());
    }

    private static Stream<Table> tables(ProjectState state) {
        return state.models().keySet().stream().map(key -> TableMapping.of(state, key));
    }

    private String catalogName(ColumnType type) {
        return grammar.catalogName(type.requireName());
    }

    private void create(ColumnType type) {
        String name = grammar.type(type);
        String values = type.values().stream().map(grammar::text).collect(Collectors.joining(", "));
        String words = words(catalogName(type));
        run.accept(Sql.of("create type " + name + " as enum (" + values + ")", Effect.created(words)));
        run.accept(Sql.of(
                "create cast (varchar as " + name + ") with inout as implicit", Effect.created("cast to " + words)));
        run.accept(Sql.of(
                "create cast (" + name + " as varchar) with inout as implicit", Effect.created("cast from " + words)));
    }

    private void dropCasts(ColumnType type) {
        String name = grammar.type(type);
        String words = words(catalogName(type));
        run.accept(Sql.of("drop cast if exists (varchar as " + name + ")", Effect.dropped("cast to " + words)));
        run.accept(Sql.of("drop cast if exists (" + name + " as varchar)", Effect.dropped("cast from " + words)));
    }

    /** These are the words of the introspector, by which a run that was killed finds out how far it got. */
    private static String words(String catalogName) {
        return "type " + catalogName;
    }

    /** Adds values to a type; if others are removed or change their places, it is created again. */
    private void addValues(ColumnType before, ColumnType after, ProjectState state, Predicate<String> isUsed) {
        List<String> more = new ArrayList<>(after.values());
        more.removeAll(before.values());
        List<String> kept = new ArrayList<>(after.values());
        kept.removeAll(more);
        if (!kept.equals(before.values()) || more.stream().anyMatch(isUsed)) {
            makeAgain(after, state);
            return;
        }
        added.computeIfAbsent(catalogName(after), name -> new ArrayList<>()).addAll(more);
        String first = before.values().isEmpty()
                ? ""
                : " before " + grammar.text(before.values().get(0));
        String place = first;
        for (String value : after.values()) {
            if (more.contains(value)) {
                run.accept(Sql.of(
                        "alter type " + grammar.type(after) + " add value " + grammar.text(value) + place,
                        Effect.created("value " + value + " of " + words(catalogName(after)))));
            }
            place = " after " + grammar.text(value);
        }
    }

    private void makeAgain(ColumnType after, ProjectState state) {
        String old = grammar.identifier(oldName(after));
        dropCasts(after);
        String renamed = words(grammar.catalogName(oldName(after)));
        run.accept(Sql.of(
                "alter type " + grammar.type(after) + " rename to " + old,
                Effect.dropped(words(catalogName(after))).and(Effect.created(renamed))));
        create(after);
        List<TableChange> changes = tables(state)
                .filter(table -> table.columns().stream().anyMatch(column -> isOf(column, after)))
                .map(table -> TableChange.between(
                        mapColumns(table, after, type -> renamed(type, oldName(after))),
                        mapColumns(table, after, type -> after)))
                .toList();
        alter.accept(TableDiff.of(grammar, changes));
        run.accept(Sql.of("drop type " + old, Effect.dropped(renamed)));
        added.remove(catalogName(after));
    }

    private static String oldName(ColumnType type) {
        return type.requireName().replace("`", "") + "__old";
    }

    private static ColumnType renamed(ColumnType type, String name) {
        return new ColumnType(type.kind(), type.length(), type.scale(), type.values(), type.element(), name);
    }

    private boolean isOf(Column column, ColumnType enumeration) {
        return PostgresSqlGrammar.enumeration(column.type()).stream()
                .anyMatch(type -> catalogName(type).equals(catalogName(enumeration)));
    }

    private Table mapColumns(Table table, ColumnType enumeration, UnaryOperator<ColumnType> map) {
        return table.withColumns(table.columns().stream()
                .map(column -> isOf(column, enumeration) ? withEnumeration(column, map) : column)
                .toList());
    }

    /** A default that isn't a value of the enumeration is dropped; the change of the column sets a new one. */
    private Column withEnumeration(Column column, UnaryOperator<ColumnType> map) {
        ColumnType type = column.type();
        ColumnType element = type.element();
        ColumnType mapped = element == null
                ? map.apply(type)
                : new ColumnType(type.kind(), type.length(), type.scale(), type.values(), map.apply(element), null);
        Column retyped = column.withType(mapped, column.collation());
        return hasDefault(column, type) && !hasDefault(column, mapped) ? retyped.withDefault(null) : retyped;
    }

    private boolean hasDefault(Column column, ColumnType type) {
        Expression value = column.defaultValue();
        return value != null
                && type.values().stream()
                        .anyMatch(constant -> grammar.text(constant).equals(grammar.defaultOf(value)));
    }
}
