package io.kuaka.schema;

import io.kuaka.schema.conversion.RuleGuards;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.conversion.ValueGuards;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.statement.PlannedStatement;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queries that look for unsuitable rows before the first statement of a migration, where a refusal in its middle would
 * leave half of it behind.
 *
 * <p>All changes of a table up to an operation are taken for one change of the table that is there at the beginning, and
 * the queries ask that table. What a user's SQL or code does to rows isn't known: from there on each change is looked at
 * in its place only. So are columns with values that an operation looks up.
 */
final class EarlyGuards {
    private final TypeConversion conversion;
    private final List<TableChange> changes = new ArrayList<>();

    /** Tables that aren't there at the beginning, or not as they are known here, by their present names. */
    private final Set<TableName> unknownTables = new HashSet<>();

    /** Those of the unknown tables that the migration creates and writes no rows into. */
    private final Set<TableName> emptyTables = new HashSet<>();

    /** Columns with values that operations look up, by the present names of their tables. */
    private final Map<TableName, Set<String>> unknownColumns = new HashMap<>();

    /** The columns that the present operation changes. */
    private final Map<TableName, Set<String>> changedColumns = new HashMap<>();

    private final Map<String, PlannedStatement> guards = new LinkedHashMap<>();
    private boolean isOpen;
    private boolean looksValuesUp;
    private int end;

    EarlyGuards(TypeConversion conversion) {
        this.conversion = conversion;
        this.isOpen = !conversion.grammar().supports(Feature.TRANSACTIONAL_DDL);
    }

    /** Notes that another operation begins. */
    void begin() {
        changedColumns.clear();
        looksValuesUp = false;
    }

    /** Notes a table that the migration creates. */
    void created(TableName table) {
        unknownTables.add(table);
        emptyTables.add(table);
    }

    /** Notes a table that the migration drops. */
    void dropped(TableName table) {
        changes.removeIf(change -> change.after().name().equals(table));
        unknownTables.add(table);
        emptyTables.remove(table);
    }

    /** Notes that an operation changes tables, and finds what has to be asked for it. */
    void changed(int operation, List<TableChange> together) {
        if (!isOpen) {
            return;
        }
        together.forEach(this::fold);
        Set<TableName> concerned = withTargets(together);
        List<TableDiff> diffs = TableDiff.of(
                conversion.grammar(),
                changes.stream()
                        .filter(change -> concerned.contains(change.after().name()))
                        .map(change -> known(change, newColumns(together, change.after())))
                        .toList());
        List<Sql> found = new ArrayList<>();
        diffs.forEach(diff -> found.addAll(ValueGuards.of(conversion, diff)));
        found.addAll(RuleGuards.of(conversion, diffs, emptyTables));
        found.forEach(guard -> guards.putIfAbsent(guard.text(), new PlannedStatement(operation, guard)));
    }

    private void fold(TableChange change) {
        TableName name = change.after().name();
        Optional<TableChange> former = changes.stream()
                .filter(each -> each.after().name().equals(change.before().name()))
                .findFirst();
        former.ifPresent(changes::remove);
        boolean isUnknown = unknownTables.remove(change.before().name());
        if (isUnknown
                || former.filter(each -> !each.after().equals(change.before())).isPresent()) {
            unknownTables.add(name);
            if (emptyTables.remove(change.before().name())) {
                emptyTables.add(name);
            }
        } else {
            changes.add(former.map(each -> each.then(change)).orElse(change));
        }
        Set<String> unknown = unknownColumns.getOrDefault(change.before().name(), Set.of()).stream()
                .map(column -> change.renamedColumns().getOrDefault(column, column))
                .collect(Collectors.toCollection(HashSet::new));
        unknownColumns.remove(change.before().name());
        unknownColumns.put(name, unknown);
        Set<String> changed = changedColumns.computeIfAbsent(name, each -> new HashSet<>());
        changed.addAll(differences(change));
        if (looksValuesUp || former.filter(each -> !each.joins(change)).isPresent()) {
            unknown.addAll(changed);
        }
    }

    private static Set<String> differences(TableChange change) {
        Set<Column> before = new HashSet<>(change.before().columns());
        Set<Column> after = new HashSet<>(change.after().columns());
        Set<Column> all = new HashSet<>(before);
        all.addAll(after);
        before.retainAll(after);
        all.removeAll(before);
        return all.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** Returns tables with all that they refer to: foreign keys are asked by the former names of their targets. */
    private Set<TableName> withTargets(List<TableChange> together) {
        Set<TableName> concerned = new HashSet<>();
        Deque<TableName> open = new ArrayDeque<>();
        together.forEach(change -> open.add(change.after().name()));
        while (!open.isEmpty()) {
            TableName next = open.pop();
            if (concerned.add(next)) {
                changes.stream()
                        .filter(change -> change.after().name().equals(next))
                        .flatMap(change -> change.after().foreignKeys().stream())
                        .forEach(key -> open.add(key.target()));
            }
        }
        return concerned;
    }

    /** Returns the columns that a table gets by the present operation, which have no values yet, whatever had their names. */
    private static Set<String> newColumns(List<TableChange> together, Table table) {
        return together.stream()
                .filter(change -> change.after().name().equals(table.name()))
                .flatMap(change -> change.after().columnNames().stream()
                        .filter(column -> change.before().column(column).isEmpty()
                                && !change.renamedColumns().containsValue(column)))
                .collect(Collectors.toSet());
    }

    private TableChange known(TableChange change, Set<String> newColumns) {
        Set<String> unknown = unknownColumns.getOrDefault(change.after().name(), Set.of());
        return new TableChange(
                known(change.before(), former(change, unknown), Set.of()),
                known(change.after(), unknown, newColumns),
                change.renamedColumns(),
                change.fills());
    }

    /** Returns the names that columns with some present names had, and those of columns that are gone. */
    private static Set<String> former(TableChange change, Set<String> present) {
        return change.before().columnNames().stream()
                .filter(column -> present.contains(change.renamedColumns().getOrDefault(column, column)))
                .collect(Collectors.toSet());
    }

    private Table known(Table table, Set<String> unknown, Set<String> newColumns) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .filter(column -> !unknown.contains(column.name()) || newColumns.contains(column.name()))
                        .toList(),
                Collections.disjoint(table.primaryKey(), unknown) ? table.primaryKey() : List.of(),
                table.primaryKeyName(),
                table.uniques().stream()
                        .filter(unique -> Collections.disjoint(unique.fieldNames(), unknown))
                        .toList(),
                table.checks().stream()
                        .filter(check -> unknown.stream().noneMatch(column -> mentions(check, column)))
                        .toList(),
                List.of(),
                table.foreignKeys().stream()
                        .filter(key -> isKnown(key, unknown))
                        .toList(),
                List.of(),
                table.comment());
    }

    private static boolean mentions(CheckConstraint check, String column) {
        return check.fields().contains(column) || check.condition().mentionsColumn(column);
    }

    private boolean isKnown(ForeignKey key, Set<String> unknown) {
        return Collections.disjoint(key.columns(), unknown)
                && (!unknownTables.contains(key.target()) || emptyTables.contains(key.target()))
                && Collections.disjoint(key.targetColumns(), unknownColumns.getOrDefault(key.target(), Set.of()));
    }

    /**
     * Notes that the present operation writes rows: into the columns that it changes, or anywhere if it changes none.
     *
     * @param statements the number of statements so far
     */
    void valuesChange(int statements) {
        if (changedColumns.isEmpty()) {
            anythingHappens(statements);
        }
        looksValuesUp = true;
        emptyTables.clear();
        changedColumns.forEach((table, columns) ->
                unknownColumns.computeIfAbsent(table, each -> new HashSet<>()).addAll(columns));
    }

    /** Notes that after so many statements anything may happen to rows. */
    void anythingHappens(int statements) {
        end = isOpen ? statements : end;
        isOpen = false;
    }

    /** Returns the statements of a migration with these queries before them, each query once. */
    List<PlannedStatement> before(List<PlannedStatement> statements) {
        anythingHappens(statements.size());
        List<PlannedStatement> all = new ArrayList<>(guards.values());
        for (int i = 0; i < statements.size(); i++) {
            PlannedStatement planned = statements.get(i);
            boolean isAsked =
                    i < end && planned.statement().match(sql -> guards.containsKey(sql.text()), call -> false);
            if (!isAsked) {
                all.add(planned);
            }
        }
        return all;
    }
}
