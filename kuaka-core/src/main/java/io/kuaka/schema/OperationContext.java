package io.kuaka.schema;

import io.kuaka.expression.Expression;
import io.kuaka.routing.Placement;
import io.kuaka.schema.conversion.InconvertibleTypeException;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Verdict;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The context of an operation: the database that it changes, the app that it belongs to, and the states before and
 * after it.
 *
 * @param dialect for code that works on rows; the schema is changed by the verbs of {@link SchemaEditor}
 * @param placement which database of the project it is, and which models it has
 */
public record OperationContext(
        Dialect dialect, String app, ProjectState before, ProjectState after, Placement placement) {
    /** Makes the context of an operation on a database that has all models. */
    public OperationContext(Dialect dialect, String app, ProjectState before, ProjectState after) {
        this(dialect, app, before, after, Placement.only());
    }

    /** Returns the context of a part of the operation, between two states. */
    public OperationContext between(ProjectState partBefore, ProjectState partAfter) {
        return new OperationContext(dialect, app, partBefore, partAfter, placement);
    }

    /** Returns the key of this app's model {@code model}. */
    public ModelKey key(String model) {
        return new ModelKey(app, model);
    }

    /** Returns the table of this app's model before the operation. */
    public Table tableBefore(String model) {
        return TableMapping.of(before, key(model));
    }

    /** Returns the table of this app's model after the operation. */
    public Table tableAfter(String model) {
        return TableMapping.of(after, key(model));
    }

    /** Returns what changes in the table of this app's model and in those that refer to it. */
    public List<TableChange> changes(String model) {
        return changes(model, Map.of(), Map.of());
    }

    /**
     * Returns what changes in the table of this app's model and in those that refer to it.
     *
     * @param renamedFields from the old names to the new ones
     * @param fills by the new name of a field, the one-off default for existing rows
     * @throws InconvertibleTypeException when a column changes to a type that its values can't be converted to
     */
    public List<TableChange> changes(String model, Map<String, String> renamedFields, Map<String, Expression> fills) {
        ModelKey key = key(model);
        ModelState now = after.model(key);
        Map<String, String> columns = renamedColumns(before.model(key), now, renamedFields);
        Map<String, Expression> columnFills = new LinkedHashMap<>();
        fills.forEach((field, fill) -> {
            Expression resolved = fill.mapFields(name -> columnOf(now, name));
            now.field(field).columns().forEach(column -> columnFills.put(column, resolved));
        });
        TableChange change =
                new TableChange(TableMapping.of(before, key), TableMapping.of(after, key), columns, columnFills);
        List<TableChange> changes = withReferrers(key, change.copyingShared());
        changes.forEach(OperationContext::requireConvertible);
        return changes;
    }

    /** A one-off default may be computed from another field; the name of a column stays, as it is in raw SQL. */
    private static String columnOf(ModelState model, String name) {
        Field field = model.fields().get(name);
        return field == null || field.columns().size() > 1
                ? name
                : field.columns().get(0);
    }

    /** Returns what changes in the table of this app's model and in those that refer to it, where no column is renamed. */
    public List<TableChange> changesInPlace(String model) {
        ModelKey key = key(model);
        return withReferrers(key, TableChange.between(TableMapping.of(before, key), TableMapping.of(after, key)));
    }

    /** Returns what changes in the tables that refer to a model which is in another database. */
    public List<TableChange> changesOfReferrers(ModelKey key) {
        List<TableChange> changes = new ArrayList<>();
        addReferrers(key, changes, new HashSet<>(Set.of(key)));
        changes.removeIf(change -> change.before().equals(change.after()));
        return changes;
    }

    private List<TableChange> withReferrers(ModelKey key, TableChange change) {
        List<TableChange> changes = new ArrayList<>(List.of(change));
        addReferrers(key, changes, new HashSet<>(Set.of(key)));
        return changes;
    }

    private static void requireConvertible(TableChange change) {
        for (Column now : change.after().columns()) {
            change.retyped(now)
                    .filter(was -> ConversionRules.of(was.type(), now.type()) == Verdict.REFUSED)
                    .ifPresent(was -> {
                        throw new InconvertibleTypeException(change.after().name(), now.name(), was.type(), now.type());
                    });
        }
    }

    /**
     * A reference may be a key itself, as in joined inheritance: if its columns change, so do those that refer to it.
     */
    private void addReferrers(ModelKey key, List<TableChange> changes, Set<ModelKey> seen) {
        for (ModelKey referrer : new TreeSet<>(before.referrers(key))) {
            if (after.hasModel(referrer) && seen.add(referrer)) {
                TableChange change =
                        TableChange.between(TableMapping.of(before, referrer), TableMapping.of(after, referrer));
                if (placement.has(referrer)) {
                    changes.add(change);
                }
                if (!change.before().columns().equals(change.after().columns())) {
                    addReferrers(referrer, changes, seen);
                }
            }
        }
    }

    /** Returns what changes in the tables of models that the operation renames. */
    public List<TableChange> moves(Map<ModelKey, ModelKey> moved) {
        List<TableChange> changes = new ArrayList<>();
        TreeSet<ModelKey> referrers = new TreeSet<>();
        moved.forEach((from, to) -> {
            if (placement.has(from)) {
                changes.add(TableChange.between(TableMapping.of(before, from), TableMapping.of(after, to)));
            }
            referrers.addAll(before.referrers(from));
        });
        referrers.removeAll(moved.keySet());
        referrers.removeIf(key -> !placement.has(key));
        referrers.forEach(
                key -> changes.add(TableChange.between(TableMapping.of(before, key), TableMapping.of(after, key))));
        return changes;
    }

    private static Map<String, String> renamedColumns(
            ModelState before, ModelState after, Map<String, String> renamedFields) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Field old : before.fields().values()) {
            Field now = after.fields().get(renamedFields.getOrDefault(old.name(), old.name()));
            if (now != null) {
                columns.putAll(old.columnRenamesTo(now));
            }
        }
        return columns;
    }
}
