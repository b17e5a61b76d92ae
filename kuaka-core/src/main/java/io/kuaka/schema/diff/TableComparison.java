package io.kuaka.schema.diff;

import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Renaming;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ExclusionConstraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares tables before and after, several at once: a foreign key stays if its target is only renamed, and has to be
 * created again if a column on either side changes its type or if the key that it needs is created again.
 */
final class TableComparison {
    private final SqlGrammar grammar;
    private final Map<TableName, TableName> renamedTables = new HashMap<>();
    private final Map<TableName, Map<String, String>> renamedColumns = new HashMap<>();
    private final Set<List<String>> retypedColumns = new HashSet<>();
    /** Columns by the names that they get. */
    private final Set<List<String>> namedColumns = new HashSet<>();

    private final Set<Key> changedKeys = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** Columns of a table that foreign keys can refer to. */
    private record Key(TableName table, Set<String> columns) {}

    TableComparison(SqlGrammar grammar, List<TableChange> changes) {
        this.grammar = grammar;
        for (TableChange change : changes) {
            TableName old = change.before().name();
            renamedTables.put(old, change.after().name());
            renamedColumns.put(old, RenameOrder.of(change));
            RenameOrder.of(change)
                    .values()
                    .forEach(column ->
                            namedColumns.add(catalogColumn(change.after().name(), column)));
        }
        changes.forEach(change -> drafts.add(new Draft(change)));
    }

    List<TableDiff> diffs() {
        drafts.forEach(Draft::compareColumns);
        drafts.forEach(Draft::compareKeys);
        return drafts.stream().map(Draft::build).toList();
    }

    private boolean isSame(String name, String other) {
        return name.equals(other) || grammar.catalogName(name).equals(grammar.catalogName(other));
    }

    /** One table on the way to its diff. */
    private final class Draft {
        private final TableChange change;
        private final Map<String, String> renames;
        private final Table before;
        private final Table after;
        private final List<Column> dropped = new ArrayList<>();
        private final List<Column> added = new ArrayList<>();
        private final List<ColumnChange> altered = new ArrayList<>();
        private final List<Column> becomingGenerated = new ArrayList<>();
        private boolean primaryKeyChanges;
        private MemberDiff<UniqueConstraint> uniques = new MemberDiff<>(List.of(), List.of(), List.of());
        private MemberDiff<Index> indexes = new MemberDiff<>(List.of(), List.of(), List.of());

        Draft(TableChange change) {
            this.change = change;
            this.renames =
                    Objects.requireNonNull(renamedColumns.get(change.before().name()));
            Table renamed = grammar.adapt(change.before()).renameColumns(renames);
            this.before = renamed.withName(change.after().name()).withForeignKeys(follow(renamed.foreignKeys()));
            this.after = grammar.adapt(change.after());
        }

        private List<ForeignKey> follow(List<ForeignKey> keys) {
            return keys.stream()
                    .map(key -> key.withTarget(
                            renamedTables.getOrDefault(key.target(), key.target()),
                            Renaming.rename(key.targetColumns(), renamedColumns.getOrDefault(key.target(), Map.of()))))
                    .toList();
        }

        /** Most tables are compared only because they refer to one that changes. */
        void compareColumns() {
            if (renames.isEmpty() && before.columns().equals(after.columns())) {
                return;
            }
            Map<String, List<Column>> remaining = byName(after);
            for (Column column : before.columns()) {
                if (!remaining.containsKey(grammar.catalogName(column.name()))) {
                    dropped.add(column);
                }
            }
            Map<String, List<Column>> former = byName(before);
            for (Column column : after.columns()) {
                List<Column> old = former.getOrDefault(grammar.catalogName(column.name()), List.of());
                old.forEach(each -> compare(each, column));
                if (old.isEmpty()) {
                    added.add(column);
                }
            }
            remakeDependants();
            dropped.sort((one, other) -> Boolean.compare(other.generated() != null, one.generated() != null));
        }

        private Map<String, List<Column>> byName(Table table) {
            Map<String, List<Column>> columns = new HashMap<>();
            for (Column column : table.columns()) {
                columns.computeIfAbsent(grammar.catalogName(column.name()), name -> new ArrayList<>())
                        .add(column);
            }
            return columns;
        }

        private List<Column> find(Table table, Column column) {
            return table.columns().stream()
                    .filter(other -> isSame(other.name(), column.name()))
                    .toList();
        }

        private void compare(Column old, Column column) {
            ColumnChange alteration =
                    ColumnChange.between(grammar, old, column, change.fills().get(column.name()));
            if (column.generated() != null && (alteration.changes(ColumnAttribute.GENERATED) || alteration.retypes())) {
                if (old.generated() == null) {
                    becomingGenerated.add(column);
                }
                remake(old, column);
            } else if (!alteration.attributes().isEmpty()) {
                altered.add(alteration);
                if (alteration.retypes() || renumbers(alteration)) {
                    retypedColumns.add(catalogColumn(after.name(), column.name()));
                }
            }
        }

        /** In some databases the identity is part of the type. */
        private boolean renumbers(ColumnChange alteration) {
            return alteration.changes(ColumnAttribute.IDENTITY)
                    && !grammar.supports(Feature.IDENTITY_CHANGES_UNDER_FOREIGN_KEYS);
        }

        private void remake(Column old, Column column) {
            dropped.add(old);
            added.add(column);
            retypedColumns.add(catalogColumn(after.name(), column.name()));
        }

        /** No database changes the type of a column that others are generated from, directly or indirectly. */
        private void remakeDependants() {
            for (Column column : after.columns()) {
                boolean isNew = added.stream().anyMatch(other -> other.name().equals(column.name()));
                boolean depends = changing().anyMatch(name -> mentions(column, name));
                if (depends && !isNew) {
                    altered.removeIf(alteration -> alteration.after().equals(column));
                    find(before, column).forEach(old -> remake(old, column));
                }
            }
        }

        /** Returns the new names of columns that can't change under an expression. */
        private Stream<String> changing() {
            Stream<String> retyped = altered.stream()
                    .filter(ColumnChange::retypes)
                    .map(change -> change.after().name());
            Stream<String> remade = added.stream().map(Column::name).filter(this::isRemade);
            return Stream.of(retyped, remade, unfollowed()).flatMap(names -> names);
        }

        private boolean mentions(Column column, String name) {
            return column.generated() != null
                    && (column.generated().expression().fields().contains(name)
                            || column.generated().expression().mentionsColumn(name));
        }

        /** Returns the new names of columns whose old names would stay in the database's expressions. */
        private Stream<String> unfollowed() {
            return grammar.supports(Feature.EXPRESSIONS_FOLLOW_RENAMES) ? Stream.empty() : renames.values().stream();
        }

        /** Returns whether a column of this name is dropped and created again. */
        private boolean isRemade(String name) {
            return added.stream().anyMatch(column -> isSame(column.name(), name))
                    && dropped.stream().anyMatch(column -> isSame(column.name(), name));
        }

        /** Returns whether what uses a column is created again, because the column is, or can't change under it. */
        private boolean isFreed(String name) {
            return isRemade(name)
                    || (!grammar.supports(Feature.COLUMN_CHANGES_UNDER_INDEXES)
                            && altered.stream()
                                    .filter(ColumnChange::restricts)
                                    .anyMatch(change -> isSame(change.after().name(), name)));
        }

        void compareKeys() {
            primaryKeyChanges = !catalogNames(before.primaryKey()).equals(catalogNames(after.primaryKey()))
                    || after.primaryKey().stream().anyMatch(this::isFreed);
            if (primaryKeyChanges) {
                changedKeys.add(new Key(after.name(), Set.copyOf(catalogNames(before.primaryKey()))));
            }
            uniques = diff(
                    before.uniques(),
                    after.uniques(),
                    UniqueConstraint::name,
                    grammar::uniqueRule,
                    unique -> unique.fieldNames().stream().anyMatch(this::isFreed));
            uniques.dropped()
                    .forEach(unique ->
                            changedKeys.add(new Key(after.name(), Set.copyOf(catalogNames(unique.fieldNames())))));
            indexes = new MemberDiff.Matcher<>(
                            Index::name,
                            grammar::shownName,
                            index -> grammar.indexKind(index) + grammar.indexRule(index))
                    .diff(
                            before.indexes(),
                            after.indexes(),
                            index -> usesFreed(index::uses)
                                    || (isComputed(index)
                                            && (usesUnfollowed(index::uses) || usesRetyped(index::uses))));
        }

        private static boolean isComputed(Index index) {
            return index.condition() != null
                    || index.parts().stream().anyMatch(part -> part.field().isEmpty());
        }

        TableDiff build() {
            TableName old = change.before().name();
            return new TableDiff(
                    grammar.isSameName(old, after.name()) ? after.name() : old,
                    before,
                    after,
                    RenameOrder.inOrder(grammar, renames),
                    List.copyOf(dropped),
                    List.copyOf(added),
                    List.copyOf(altered),
                    List.copyOf(becomingGenerated),
                    primaryKeyChanges,
                    uniques,
                    diff(
                            before.checks(),
                            after.checks(),
                            CheckConstraint::name,
                            grammar::checkRule,
                            check -> usesFreed(check::uses)
                                    || usesUnfollowed(check::uses)
                                    || usesRetyped(check::uses)
                                    || goesWithColumn(check)),
                    diff(
                            before.exclusions(),
                            after.exclusions(),
                            ExclusionConstraint::name,
                            grammar::exclusionRule,
                            exclusion -> usesFreed(exclusion::uses) || usesRetyped(exclusion::uses)),
                    diff(
                            before.foreignKeys(),
                            after.foreignKeys(),
                            ForeignKey::name,
                            grammar::foreignKeyRule,
                            this::mustBeMadeAgain),
                    indexes,
                    Map.copyOf(change.fills()));
        }

        private boolean usesFreed(Predicate<Field> uses) {
            return after.columns().stream()
                    .map(Column::name)
                    .filter(this::isFreed)
                    .anyMatch(column -> uses.test(fieldOf(column)));
        }

        private boolean usesUnfollowed(Predicate<Field> uses) {
            return unfollowed().anyMatch(column -> uses.test(fieldOf(column)));
        }

        /** The text of an expression contains the type that a column had. */
        private boolean usesRetyped(Predicate<Field> uses) {
            return altered.stream()
                    .filter(ColumnChange::retypes)
                    .filter(change -> grammar.writesTypeIntoExpressions(
                            change.before().type(), change.after().type()))
                    .anyMatch(change -> uses.test(fieldOf(change.after().name())));
        }

        /**
         * Whether the check may be a column's own, as its name says, and the column is redefined or renamed, or the check is:
         * it is made again as one of the table.
         */
        private boolean goesWithColumn(CheckConstraint check) {
            return grammar.supports(Feature.CHECKS_OF_COLUMNS)
                    && before.checks().stream()
                            .filter(old -> grammar.checkRule(old).equals(grammar.checkRule(check)))
                            .anyMatch(old -> change.before().columns().stream()
                                    .map(Column::name)
                                    .filter(column -> isSame(column, old.name()))
                                    .anyMatch(column -> renames.containsKey(column)
                                            || !isSame(old.name(), check.name())
                                            || altered.stream()
                                                    .anyMatch(each ->
                                                            isSame(each.before().name(), column))));
        }

        private static Field fieldOf(String column) {
            return Field.of(column, ColumnType.of(ColumnType.Kind.SQL)).column(column);
        }

        /** Some databases refuse to drop the index that a foreign key uses, which may be that of a constraint. */
        private boolean losesIndex(ForeignKey key) {
            return !grammar.supports(Feature.INDEX_DROPS_UNDER_FOREIGN_KEYS)
                    && (indexes.dropped().stream().anyMatch(index -> begins(index.leadingFields(), key))
                            || uniques.dropped().stream().anyMatch(unique -> begins(unique.fieldNames(), key))
                            || (primaryKeyChanges && begins(before.primaryKey(), key)));
        }

        private boolean begins(List<String> columns, ForeignKey key) {
            List<String> wanted = catalogNames(key.columns());
            return columns.size() >= wanted.size()
                    && catalogNames(columns.subList(0, wanted.size())).equals(wanted);
        }

        /** MySQL forgets the table for a moment when a column that isn't the first of a referenced key is renamed. */
        private boolean losesKey(ForeignKey key) {
            return !grammar.supports(Feature.COLUMN_RENAMES_UNDER_FOREIGN_KEYS)
                    && key.targetColumns().stream()
                            .skip(1)
                            .anyMatch(column -> namedColumns.contains(catalogColumn(key.target(), column)));
        }

        private boolean mustBeMadeAgain(ForeignKey key) {
            return losesIndex(key)
                    || losesKey(key)
                    || key.columns().stream()
                            .anyMatch(column -> retypedColumns.contains(catalogColumn(after.name(), column)))
                    || key.targetColumns().stream()
                            .anyMatch(column -> retypedColumns.contains(catalogColumn(key.target(), column)))
                    || changedKeys.contains(new Key(key.target(), Set.copyOf(catalogNames(key.targetColumns()))));
        }
    }

    private <T> MemberDiff<T> diff(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Function<T, String> rule,
            Predicate<T> mustBeMadeAgain) {
        return new MemberDiff.Matcher<>(name, grammar::catalogName, rule).diff(before, after, mustBeMadeAgain);
    }

    private List<String> catalogNames(List<String> names) {
        return names.stream().map(grammar::catalogName).toList();
    }

    private List<String> catalogColumn(TableName table, String column) {
        return List.of(grammar.name(table), grammar.catalogName(column));
    }
}
