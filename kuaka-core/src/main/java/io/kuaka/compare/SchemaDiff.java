package io.kuaka.compare;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between what a database has and what a state makes of it.
 *
 * <p>Nothing differs right after the migrations that lead to the state. The order of columns counts for nothing, as in the
 * models; constraints and indexes are the same when they say the same, and then may differ in their names.
 *
 * @param differences in what the state has, the worst first
 * @param unknown tables and sequences that the state doesn't have
 */
public record SchemaDiff(List<SchemaDifference> differences, List<SchemaDifference> unknown) {
    public SchemaDiff {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** Compares what a database should have with what it has. */
    public static SchemaDiff between(SqlGrammar grammar, Schema expected, Schema found) {
        List<SchemaDifference> differences = new ArrayList<>();
        List<SchemaDifference> unknown = new ArrayList<>();
        Map<TableName, Table> tables = byName(found.tables(), Table::name);
        for (Table table : expected.tables()) {
            Table other = tables.remove(table.name());
            if (other == null) {
                differences.add(missing(Part.TABLE, table.name()));
            } else {
                Table inherited = TraitDifferences.withDefaultCollation(other, table, found.traits());
                differences.addAll(TableDifferences.between(grammar, table, inherited));
            }
        }
        tables.keySet().forEach(name -> unknown.add(unknown(Part.TABLE, name)));
        Map<TableName, Sequence> sequences = byName(found.sequences(), Schema::nameOf);
        for (Sequence sequence : expected.sequences()) {
            TableName name = Schema.nameOf(sequence);
            Sequence other = sequences.remove(name);
            if (other == null) {
                differences.add(missing(Part.SEQUENCE, name));
            } else {
                compare(name, "start", sequence.start(), other.start(), differences);
                compare(name, "increment", sequence.increment(), other.increment(), differences);
            }
        }
        sequences.keySet().forEach(name -> unknown.add(unknown(Part.SEQUENCE, name)));
        compareEnumerations(expected.enumerations(), found.enumerations(), differences);
        differences.addAll(TraitDifferences.between(grammar, expected, found, differences));
        return new SchemaDiff(sorted(differences), unknown);
    }

    private static <T> Map<TableName, T> byName(List<T> all, Function<T, TableName> name) {
        return all.stream()
                .collect(Collectors.toMap(name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static void compare(
            TableName name, String aspect, long expected, long found, List<SchemaDifference> differences) {
        if (expected != found) {
            differences.add(new SchemaDifference(
                    Severity.BREAKS_APPLICATION,
                    Part.SEQUENCE,
                    name,
                    "",
                    aspect,
                    false,
                    String.valueOf(expected),
                    String.valueOf(found)));
        }
    }

    /** The order of the values matters to nobody but who sorts by them, and Hibernate's scripts sort them by name. */
    private static void compareEnumerations(
            Map<String, List<String>> expected, Map<String, List<String>> found, List<SchemaDifference> differences) {
        expected.forEach((name, values) -> {
            TableName owner = new TableName(null, name);
            List<String> others = found.get(name);
            if (others == null) {
                differences.add(missing(Part.ENUMERATION, owner));
            } else if (!Set.copyOf(others).equals(Set.copyOf(values))) {
                boolean hasAll = others.containsAll(values);
                differences.add(new SchemaDifference(
                        hasAll ? Severity.BREAKS_MIGRATIONS : Severity.BREAKS_APPLICATION,
                        Part.ENUMERATION,
                        owner,
                        "",
                        "values",
                        false,
                        values.toString(),
                        others.toString()));
            }
        });
    }

    private static SchemaDifference missing(Part part, TableName name) {
        return new SchemaDifference(Severity.BREAKS_APPLICATION, part, name, "", "", false, "", null);
    }

    private static SchemaDifference unknown(Part part, TableName name) {
        return new SchemaDifference(Severity.COSMETIC, part, name, "", "", false, null, "");
    }

    private static List<SchemaDifference> sorted(List<SchemaDifference> differences) {
        return Stream.of(Severity.values())
                .flatMap(severity -> differences.stream().filter(each -> each.severity() == severity))
                .toList();
    }

    /** Returns this with more differences, which come first among those of their severity. */
    SchemaDiff with(List<SchemaDifference> more) {
        return new SchemaDiff(
                sorted(Stream.concat(more.stream(), differences.stream()).toList()), unknown);
    }

    /** Returns whether nothing differs in what the state has. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** Returns this with those differences alone that pass. */
    public SchemaDiff only(Predicate<SchemaDifference> passes) {
        return new SchemaDiff(differences.stream().filter(passes).toList(), unknown);
    }
}
