package io.kuaka.compare;

import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.schema.table.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what no model can express: whatever only one side has is named. */
final class TraitDifferences {
    /** A trait but for its text. */
    private record Subject(Part part, TableName table, String name, Trait.Aspect aspect) {}

    private TraitDifferences() {}

    /**
     * Returns how traits differ.
     *
     * @param others the other differences: what isn't expected at all has no traits besides
     */
    static List<SchemaDifference> between(
            SqlGrammar grammar, Schema expected, Schema found, Collection<SchemaDifference> others) {
        Set<TableName> owners = Stream.concat(
                        expected.tables().stream().map(table -> table.name()),
                        expected.sequences().stream().map(Schema::nameOf))
                .collect(Collectors.toCollection(HashSet::new));
        Map<Subject, String> wanted = texts(grammar, expected);
        Map<Subject, String> there = texts(grammar, found);
        Set<Subject> all = Stream.concat(wanted.keySet().stream(), there.keySet().stream())
                .filter(subject -> owners.contains(subject.table()))
                .filter(subject -> others.stream().noneMatch(other -> isWhole(grammar, other, subject)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SchemaDifference> differences = new ArrayList<>();
        for (Subject subject : all) {
            String text = wanted.get(subject);
            String other = there.get(subject);
            if (text == null || !text.equals(other)) {
                differences.add(new SchemaDifference(
                        subject.aspect().isHarmless() ? Severity.COSMETIC : Severity.BREAKS_MIGRATIONS,
                        subject.part(),
                        subject.table(),
                        subject.name(),
                        subject.aspect().words(),
                        true,
                        text,
                        other));
            }
        }
        return differences;
    }

    /** A column that should have a collation, and has it because its table gives it to all columns, has it. */
    static Table withDefaultCollation(Table table, Table expected, List<Trait> traits) {
        Optional<String> collation = traits.stream()
                .filter(trait -> trait.aspect() == Trait.Aspect.DEFAULT_COLLATION)
                .filter(trait -> trait.table().equals(table.name()))
                .map(Trait::text)
                .findFirst();
        return collation
                .map(inherited -> table.withColumns(table.columns().stream()
                        .map(column -> hasCollation(expected, column.name(), inherited) && column.collation() == null
                                ? column.withType(column.type(), inherited)
                                : column)
                        .toList()))
                .orElse(table);
    }

    private static boolean hasCollation(Table expected, String column, String collation) {
        return expected.columns().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(column) && collation.equals(each.collation()));
    }

    private static Map<Subject, String> texts(SqlGrammar grammar, Schema schema) {
        Map<Subject, String> texts = new LinkedHashMap<>();
        schema.traits()
                .forEach(trait -> texts.merge(
                        new Subject(
                                part(trait.place()),
                                trait.table(),
                                trait.name().isEmpty() ? "" : grammar.stateName(grammar.catalogName(trait.name())),
                                trait.aspect()),
                        trait.text(),
                        (one, other) -> one + ", " + other));
        return texts;
    }

    /** What isn't there on one side is one difference, whatever traits it has. */
    private static boolean isWhole(SqlGrammar grammar, SchemaDifference difference, Subject subject) {
        return difference.aspect().isEmpty()
                && difference.owner().equals(subject.table())
                && (difference.part() == Part.TABLE
                        || (difference.part() == subject.part()
                                && grammar.catalogName(difference.name()).equals(grammar.catalogName(subject.name()))));
    }

    private static Part part(Trait.Place place) {
        return switch (place) {
            case TABLE -> Part.TABLE;
            case COLUMN -> Part.COLUMN;
            case PRIMARY_KEY -> Part.PRIMARY_KEY;
            case UNIQUE -> Part.UNIQUE;
            case CHECK -> Part.CHECK;
            case FOREIGN_KEY -> Part.FOREIGN_KEY;
            case EXCLUSION -> Part.EXCLUSION;
            case INDEX -> Part.INDEX;
            case SEQUENCE -> Part.SEQUENCE;
        };
    }
}
