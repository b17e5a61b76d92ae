package io.kuaka.command.repair;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddField;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.AlterField;
import io.kuaka.operation.AlterModelComment;
import io.kuaka.operation.AlterSequence;
import io.kuaka.operation.CreateModel;
import io.kuaka.operation.CreateSequence;
import io.kuaka.operation.DeleteModel;
import io.kuaka.operation.DropSequence;
import io.kuaka.operation.Operation;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveField;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.operation.RenameIndex;
import io.kuaka.operation.RenamePrimaryKey;
import io.kuaka.operation.ReorderPrimaryKey;
import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.Changes;
import io.kuaka.state.diff.ModelDiff;
import io.kuaka.state.diff.StateDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The operations from one state to another that differs from it in little: no question is asked, no row is given a value,
 * and only constraints and indexes are renamed. Whatever is more than a repair is for the autodetector.
 */
final class StateSteps {
    private final ProjectState after;
    private final StateDiff diff;
    private final List<MigrationNode> steps = new ArrayList<>();

    private StateSteps(ProjectState before, ProjectState after) {
        this.after = after;
        this.diff = StateDiff.between(before, after);
    }

    /** Returns the steps, each with one operation. */
    static List<MigrationNode> between(ProjectState before, ProjectState after) {
        StateSteps all = new StateSteps(before, after);
        all.collect();
        return all.steps;
    }

    private void collect() {
        for (ModelKey key : diff.sequences().after().keySet()) {
            boolean isNew = diff.sequences().added().contains(key);
            add(key, isNew ? new CreateSequence(after.sequence(key)) : new AlterSequence(after.sequence(key)));
        }
        diff.models().added().forEach(key -> add(key, new CreateModel(after.model(key))));
        diff.models().altered().forEach(this::alter);
        diff.models().removed().forEach(key -> add(key, new DeleteModel(key.name())));
        diff.sequences().removed().forEach(key -> add(key, new DropSequence(key.name())));
    }

    private void add(ModelKey key, Operation operation) {
        steps.add(MigrationNode.of(new MigrationKey(key.app(), "repair"), List.of(), List.of(operation)));
    }

    private void alter(ModelKey key) {
        ModelState now = after.model(key);
        ModelDiff changes = diff.model(key);
        Set<String> renamed = new HashSet<>();
        renamed.addAll(rename(key, changes.constraints(), Constraint::withName, RenameConstraint::new));
        renamed.addAll(rename(key, changes.indexes(), Index::withName, RenameIndex::new));
        changes.constraints().before().keySet().stream()
                .filter(name -> !renamed.contains(name))
                .forEach(name -> add(key, new RemoveConstraint(key.name(), name)));
        changes.indexes().before().keySet().stream()
                .filter(name -> !renamed.contains(name))
                .forEach(name -> add(key, new RemoveIndex(key.name(), name)));
        changes.fields().removed().forEach(name -> add(key, new RemoveField(key.name(), name)));
        changes.fields().added().forEach(name -> add(key, new AddField(key.name(), now.field(name))));
        changes.fields().altered().forEach(name -> add(key, new AlterField(key.name(), now.field(name))));
        if (changes.attributes().contains(ModelDiff.Attribute.KEY_ORDER)
                && changes.fields().isEmpty()) {
            List<String> order = now.primaryKey().stream().map(Field::name).toList();
            add(key, new ReorderPrimaryKey(key.name(), order));
        }
        if (changes.attributes().contains(ModelDiff.Attribute.KEY_NAME)) {
            add(key, new RenamePrimaryKey(key.name(), now.primaryKeyName()));
        }
        if (changes.attributes().contains(ModelDiff.Attribute.COMMENT)) {
            add(key, new AlterModelComment(key.name(), now.comment()));
        }
        changes.indexes().after().values().stream()
                .filter(index -> !renamed.contains(index.name()))
                .forEach(index -> add(key, new AddIndex(key.name(), index)));
        changes.constraints().after().values().stream()
                .filter(constraint -> !renamed.contains(constraint.name()))
                .forEach(constraint -> add(key, new AddConstraint(key.name(), constraint)));
    }

    /** The operation that renames a member of a model. */
    private interface Renaming {
        Operation of(String model, String oldName, String newName);
    }

    /** Returns the names, old and new, of what is only renamed. */
    private <T> Set<String> rename(
            ModelKey key, Changes<String, T> changes, BiFunction<T, String, ?> withName, Renaming renaming) {
        Set<String> names = new HashSet<>();
        for (String name : changes.added()) {
            T now = Objects.requireNonNull(changes.after().get(name));
            for (Map.Entry<String, T> old : changes.before().entrySet()) {
                if (!names.contains(old.getKey())
                        && !changes.after().containsKey(old.getKey())
                        && withName.apply(old.getValue(), name).equals(now)) {
                    add(key, renaming.of(key.name(), old.getKey(), name));
                    names.add(old.getKey());
                    names.add(name);
                    break;
                }
            }
        }
        return names;
    }
}
