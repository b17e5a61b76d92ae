package io.kuaka.schema.conversion;

import io.kuaka.expression.Expression;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Renaming;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.TypeFamily;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries for rows that a new key, unique constraint, check or foreign key would refuse, before anything is changed.
 *
 * <p>With transactional DDL no query is needed: the database refuses the change itself, and it is rolled back.
 */
public final class RuleGuards {
    private static final String CHILD = "child.";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

    private final TypeConversion conversion;
    private final SqlGrammar grammar;
    private final List<TableDiff> diffs;
    private final Set<TableName> emptyTables;

    private RuleGuards(TypeConversion conversion, List<TableDiff> diffs, Set<TableName> emptyTables) {
        this.conversion = conversion;
        this.grammar = conversion.grammar();
        this.diffs = diffs;
        this.emptyTables = emptyTables;
    }

    /** Returns the queries for tables that still have their old names and columns. */
    public static List<Sql> of(TypeConversion conversion, List<TableDiff> diffs) {
        return of(conversion, diffs, Set.of());
    }

    /**
     * Returns the queries for tables that still have their old names and columns.
     *
     * @param emptyTables tables without rows, which needn't be there yet
     */
    public static List<Sql> of(TypeConversion conversion, List<TableDiff> diffs, Set<TableName> emptyTables) {
        return conversion.grammar().supports(Feature.TRANSACTIONAL_DDL)
                ? List.of()
                : new RuleGuards(conversion, diffs, emptyTables).queries();
    }

    private List<Sql> queries() {
        List<Sql> queries = new ArrayList<>();
        for (TableDiff diff : diffs) {
            diff.addedColumns().forEach(column -> valueless(diff, column).ifPresent(queries::add));
            if (diff.primaryKeyChanges() && !diff.after().primaryKey().isEmpty() && !isReordered(diff)) {
                String name = "the primary key of \"" + diff.name() + "\"";
                doubles(diff, diff.after().primaryKey(), name).ifPresent(queries::add);
            }
            for (UniqueConstraint unique : diff.uniques().added()) {
                doubles(diff, unique.fieldNames(), "\"" + unique.name() + "\"").ifPresent(queries::add);
            }
            diff.checks().added().forEach(check -> violations(diff, check).ifPresent(queries::add));
            diff.foreignKeys().added().stream()
                    .filter(key -> !isMadeAgain(diff, key))
                    .forEach(key -> orphans(diff, key).ifPresent(queries::add));
        }
        return queries;
    }

    /** MariaDB and MySQL would make up a value, such as 0. */
    private Optional<Sql> valueless(TableDiff diff, Column added) {
        boolean hasValue = !grammar.refusesNull(added)
                || added.isIdentity()
                || added.generated() != null
                || added.defaultValue() != null
                || diff.fill(added) != null;
        return hasValue
                ? Optional.empty()
                : Optional.of(Sql.assertEmpty(
                        "select 1 from " + grammar.name(diff.oldName()),
                        "Table \"" + diff.oldName() + "\" has rows, which would have no value in the column \""
                                + added.name()
                                + "\", but it can't be null. Give it a value in the migration, make it nullable"
                                + " there, or delete those rows first."));
    }

    /** The same columns in another order are as unique as before. */
    private static boolean isReordered(TableDiff diff) {
        Set<String> columns = Set.copyOf(diff.after().primaryKey());
        return columns.equals(Set.copyOf(diff.before().primaryKey()))
                && diff.alteredColumns().stream()
                        .map(change -> change.after().name())
                        .noneMatch(columns::contains)
                && columns.stream().noneMatch(column -> isNew(diff, column));
    }

    private Optional<Sql> doubles(TableDiff diff, List<String> columns, String rule) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            String value = value(diff, column);
            if (value == null) {
                return Optional.empty();
            }
            if (!isNew(diff, column)) {
                values.add(value);
            }
        }
        String groups = values.isEmpty()
                ? ""
                : " where " + String.join(" is not null and ", values) + " is not null group by "
                        + String.join(", ", values);
        return Optional.of(Sql.assertEmpty(
                "select 1 from " + grammar.name(diff.oldName()) + " child" + groups + " having count(*) > 1",
                "Table \"" + diff.oldName() + "\" has duplicate values in \"" + String.join("\", \"", columns)
                        + "\", which would violate " + rule + ". Fix or delete those rows first."));
    }

    /** A check on columns whose types change can't be evaluated first. */
    private Optional<Sql> violations(TableDiff diff, CheckConstraint check) {
        boolean isOfNow = diff.before().checks().stream()
                .anyMatch(old -> grammar.checkRule(old).equals(grammar.checkRule(check)));
        List<Column> columns = diff.after().columns().stream()
                .filter(column ->
                        check.uses(Field.of(column.name(), column.type()).column(column.name())))
                .toList();
        if (isOfNow || columns.stream().anyMatch(column -> changesType(diff, column))) {
            return Optional.empty();
        }
        return columns.stream().anyMatch(column -> isNew(diff, column.name()))
                ? laterRows(diff, columns).map(rows -> violations(diff, check, rows, check))
                : Optional.of(violations(
                        diff, check, grammar.name(diff.oldName()), Renaming.rename(check, diff.oldColumns())));
    }

    private Sql violations(TableDiff diff, CheckConstraint check, String rows, CheckConstraint rule) {
        return Sql.assertEmpty(
                "select 1 from " + rows + " where not (" + grammar.expression(rule.condition()) + ")",
                "Table \"" + diff.oldName() + "\" has rows that violate \"" + check.name()
                        + "\". Fix or delete those rows first.");
    }

    /** Returns what rows will have in some columns, as a table of the later name; empty if that isn't known. */
    private Optional<String> laterRows(TableDiff diff, List<Column> columns) {
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            String value = value(diff, column.name());
            if (value == null || (isNew(diff, column.name()) && !isAsItStands(column, value))) {
                return Optional.empty();
            }
            values.add(value + " as " + grammar.identifier(column.name()));
        }
        return Optional.of("(select " + String.join(", ", values) + " from " + grammar.name(diff.oldName()) + " child) "
                + grammar.identifier(diff.name().name()));
    }

    /** Other constants would become another value in the column: they are padded or rounded, or compare by other rules. */
    private static boolean isAsItStands(Column column, String constant) {
        ColumnType.Kind kind = column.type().kind();
        boolean isWholeNumber = WHOLE_NUMBER.matcher(constant).matches()
                && (kind.family() == TypeFamily.INTEGER || kind.family() == TypeFamily.DECIMAL);
        return isWholeNumber || (kind == ColumnType.Kind.VARCHAR && column.collation() == null);
    }

    private static boolean changesType(TableDiff diff, Column column) {
        return diff.before().columns().stream()
                .anyMatch(old -> old.name().equals(column.name()) && !old.type().equals(column.type()));
    }

    /** A foreign key that is only dropped for the change of a column or a key was valid before. */
    private static boolean isMadeAgain(TableDiff diff, ForeignKey key) {
        return diff.foreignKeys().dropped().stream()
                .anyMatch(old -> old.target().equals(key.target()) && pairs(old).equals(pairs(key)));
    }

    private static Map<String, String> pairs(ForeignKey key) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.put(key.columns().get(i), key.targetColumns().get(i));
        }
        return pairs;
    }

    private Optional<Sql> orphans(TableDiff diff, ForeignKey key) {
        List<String> values = new ArrayList<>();
        for (String column : key.columns()) {
            String value = value(diff, column);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        String links = "select 1 from " + grammar.name(diff.oldName()) + " child where "
                + String.join(" is not null and ", values) + " is not null";
        String places =
                "Table \"" + diff.oldName() + "\" has values in \"" + String.join("\", \"", key.columns()) + "\"";
        if (emptyTables.contains(key.target())) {
            return Optional.of(Sql.assertEmpty(
                    links,
                    places + ", which would refer to the new table \"" + key.target()
                            + "\". It has no rows yet. First fix or delete those rows."));
        }
        return targets(key, values)
                .map(targets -> Sql.assertEmpty(
                        links + " and not exists (" + targets + ")",
                        places + " without a matching row in \"" + key.target()
                                + "\", the new target. First fix or delete those rows, or insert the missing ones."));
    }

    /** Returns the query for the rows that a reference with some values has; empty if they aren't known. */
    private Optional<String> targets(ForeignKey key, List<String> values) {
        TableDiff target = find(key.target());
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String targetColumn = key.targetColumns().get(i);
            if (target != null && isNew(target, targetColumn)) {
                return Optional.empty();
            }
            String old = target == null ? targetColumn : target.oldColumn(targetColumn);
            matches.add("parent." + grammar.identifier(old) + " = " + values.get(i));
        }
        TableName oldTarget = target == null ? key.target() : target.oldName();
        return Optional.of(
                "select 1 from " + grammar.name(oldTarget) + " parent where " + String.join(" and ", matches));
    }

    private @Nullable TableDiff find(TableName table) {
        return diffs.stream()
                .filter(diff -> diff.name().equals(table))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNew(TableDiff diff, String column) {
        return diff.addedColumns().stream().anyMatch(added -> added.name().equals(column));
    }

    /** Returns the value that a column of a row will have; null if that is null or isn't known. */
    private @Nullable String value(TableDiff diff, String column) {
        for (Column added : diff.addedColumns()) {
            if (added.name().equals(column)) {
                Expression fill = diff.fill(added);
                return constant(fill == null ? added.defaultValue() : fill);
            }
        }
        String value = CHILD + grammar.identifier(diff.oldColumn(column));
        for (ColumnChange change : diff.alteredColumns()) {
            if (change.after().name().equals(column)) {
                return value(value, change);
            }
        }
        return value;
    }

    private @Nullable String value(String old, ColumnChange change) {
        Column after = change.after();
        if (change.changes(ColumnAttribute.COLLATION) && after.collation() == null) {
            return null;
        }
        String value = conversion.converted(old, change.before().type(), after.type());
        if (change.changes(ColumnAttribute.COLLATION)) {
            value += grammar.collate(after);
        }
        if (!change.needsFill()) {
            return value;
        }
        String fill = constant(change.fill());
        return fill == null ? null : "coalesce(" + value + ", " + fill + ")";
    }

    private @Nullable String constant(@Nullable Expression expression) {
        return expression == null || !expression.isSameForAllRows() ? null : grammar.operand(expression);
    }
}
