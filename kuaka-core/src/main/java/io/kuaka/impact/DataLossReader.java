package io.kuaka.impact;

import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.FieldOperation;
import io.kuaka.operation.Operation;
import io.kuaka.operation.SeparateDatabaseAndState;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Constraint;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Risk;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.UniqueConstraint;
import io.kuaka.state.diff.Changes;
import io.kuaka.state.diff.ModelDiff;
import io.kuaka.state.diff.StateDiff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what data an operation loses, from the states before and after it.
 *
 * <p>All it asks an operation is whether it fills a field, so users' own operations are covered, too. A field or model
 * that is only renamed keeps its position, so nothing is lost.
 */
public final class DataLossReader {
    private final Operation operation;
    private final ProjectState before;
    private final ProjectState after;
    private final StateDiff difference;
    private final List<DataLoss> losses = new ArrayList<>();

    private DataLossReader(Operation operation, ProjectState before, ProjectState after) {
        this.operation = operation;
        this.before = before;
        this.after = after;
        this.difference = StateDiff.between(before, after);
    }

    /** Returns what each operation of a migration loses. */
    public static List<OperationLosses> of(MigrationNode migration, ProjectState start) {
        Set<ModelKey> filled = withRows(migration, start);
        return migration.replay(start).stream()
                .map(applied -> new OperationLosses(
                        applied.operation(), forward(applied.operation(), applied.before(), applied.after(), filled)))
                .toList();
    }

    /** Returns the models that may have rows when a migration begins; those that an initial one creates have none. */
    public static Set<ModelKey> withRows(MigrationNode migration, ProjectState start) {
        return migration.isInitial() ? Set.of() : start.models().keySet();
    }

    /**
     * Returns what an operation loses.
     *
     * @param filled the models that may have rows
     */
    public static List<DataLoss> forward(
            Operation operation, ProjectState before, ProjectState after, Set<ModelKey> filled) {
        DataLossReader reader = new DataLossReader(operation, before, after);
        if (!isOfModelsOnly(operation)) {
            reader.addDropped(filled);
        }
        return reader.losses.stream().distinct().toList();
    }

    /** Returns what the inverse of an operation loses, and what it restores without its data. */
    public static List<DataLoss> backward(Operation inverse, ProjectState from, ProjectState to) {
        DataLossReader reader = new DataLossReader(inverse, from, to);
        if (!isOfModelsOnly(inverse)) {
            reader.addDropped(from.models().keySet());
            reader.addRestored();
        }
        return reader.losses.stream().distinct().toList();
    }

    private static boolean isOfModelsOnly(Operation operation) {
        return operation instanceof SeparateDatabaseAndState separate
                && separate.databaseOperations().isEmpty();
    }

    private void addDropped(Set<ModelKey> filled) {
        if (after.models().size() < before.models().size()) {
            difference
                    .models()
                    .removed()
                    .forEach(key -> losses.add(
                            new DataLoss.DroppedTable(before.model(key).table())));
        }
        difference.models().altered().forEach(key -> {
            ModelDiff changes = difference.model(key);
            addLossesOfModel(key, changes);
            losses.addAll(UnfollowedSqlReader.between(before.model(key), after.model(key)));
            if (filled.contains(key)) {
                addNewRules(after.model(key), changes);
            }
        });
    }

    private void addRestored() {
        difference.models().after().forEach((key, back) -> {
            ModelState now = before.models().get(key);
            if (now == null && before.models().size() < after.models().size()) {
                losses.add(new DataLoss.RestoredTable(back.table()));
            } else if (now != null && now.fields().size() < back.fields().size()) {
                difference.model(key).fields().added().stream()
                        .map(back::field)
                        .filter(field -> field.generated() == null)
                        .filter(field -> !unshared(field, now).isEmpty())
                        .map(field -> new DataLoss.RestoredColumns(
                                back.table(), unshared(field, now), field.isNullable(), isUnique(back, field)))
                        .forEach(losses::add);
            }
        });
    }

    private static boolean isUnique(ModelState model, Field field) {
        return field.isUnique()
                || model.primaryKey().equals(List.of(field))
                || model.constraints().values().stream()
                        .anyMatch(constraint -> constraint instanceof UniqueConstraint unique
                                && unique.condition() == null
                                && unique.fieldNames().equals(List.of(field.name())));
    }

    private void addLossesOfModel(ModelKey key, ModelDiff changes) {
        ModelState then = before.model(key);
        ModelState now = after.model(key);
        if (now.fields().size() < then.fields().size()) {
            changes.fields().removed().stream()
                    .map(then::field)
                    .filter(field -> field.generated() == null)
                    .map(field -> unshared(field, now))
                    .filter(columns -> !columns.isEmpty())
                    .map(columns -> new DataLoss.DroppedColumns(then.table(), columns))
                    .forEach(losses::add);
            return;
        }
        Table tableThen = TableMapping.of(before, key);
        Table tableNow = TableMapping.of(after, key);
        for (Field field : now.fields().values()) {
            Field old = then.fields().get(field.name());
            if (old != null && dropsColumns(old, field)) {
                losses.add(new DataLoss.DroppedColumns(then.table(), old.columns()));
            }
            if (old != null && old.columns().equals(field.columns())) {
                for (String column : field.columns()) {
                    Optional<Column> columnThen = tableThen.column(column);
                    Optional<Column> columnNow = tableNow.column(column);
                    if (columnThen.isPresent() && columnNow.isPresent()) {
                        addLossesOfColumn(now.table(), field, columnThen.get(), columnNow.get());
                    }
                }
            }
        }
    }

    /** Returns the columns of a field that no field of a model has as well, such as the id beside a reference. */
    private static List<String> unshared(Field field, ModelState model) {
        return field.columns().stream()
                .filter(column -> model.fields().values().stream()
                        .flatMap(other -> other.columns().stream())
                        .noneMatch(other -> isSame(column, other)))
                .toList();
    }

    /** Everywhere, names that aren't quoted are the same in spite of their case; whether quoted ones are isn't known here. */
    private static boolean isSame(String column, String other) {
        boolean isQuoted = column.contains("`") || other.contains("`");
        return isQuoted ? column.equals(other) : column.equalsIgnoreCase(other);
    }

    /** A reference over other columns keeps its values only where it still refers to the same model. */
    private static boolean dropsColumns(Field old, Field now) {
        return old.columns().size() != now.columns().size()
                && !(old.type() instanceof Reference former
                        && now.type() instanceof Reference reference
                        && former.to().equals(reference.to()));
    }

    /** A renamed constraint isn't a new one, nor is one that comes with its field. */
    private void addNewRules(ModelState now, ModelDiff changes) {
        Changes<String, Constraint> constraints = changes.constraints();
        if (constraints.added().size() > constraints.removed().size()) {
            constraints.added().forEach(name -> losses.add(new DataLoss.NewConstraint(now.table(), name)));
        }
        for (Field field : changes.fields().after().values()) {
            Field old = changes.fields().before().get(field.name());
            if (old != null && field.isUnique() && !old.isUnique()) {
                losses.add(new DataLoss.NewUniqueness(now.table(), field.columns()));
            }
        }
    }

    private void addLossesOfColumn(String table, Field field, Column then, Column now) {
        if (!replacesValues(field)) {
            addLossesOfType(table, now.name(), then.type(), now.type());
        }
        if (then.isNullable() && !now.isNullable() && !isGivenValues(field)) {
            losses.add(new DataLoss.NewNotNull(table, now.name()));
        }
    }

    private boolean replacesValues(Field field) {
        return operation instanceof FieldOperation change
                && change.fieldName().equals(field.name())
                && change.replacesValues();
    }

    private boolean isGivenValues(Field field) {
        return operation instanceof FieldOperation change
                && change.fieldName().equals(field.name())
                && !change.values().isEmpty();
    }

    private void addLossesOfType(String table, String column, ColumnType then, ColumnType now) {
        if (ConversionRules.of(then, now) == Verdict.REFUSED) {
            losses.add(new DataLoss.InconvertibleType(table, column, then, now));
            return;
        }
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        risks.addAll(ConversionRules.risks(then, now));
        boolean removesConstants = risks.remove(Risk.REMOVED_CONSTANTS);
        if (!risks.isEmpty()) {
            losses.add(new DataLoss.NarrowedType(table, column, then, now));
        }
        if (removesConstants) {
            List<String> removed = new ArrayList<>(then.values());
            removed.removeAll(now.values());
            losses.add(new DataLoss.RemovedConstants(table, column, removed));
        }
    }
}
