package io.kuaka.impact;

import io.kuaka.operation.Operation;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables, besides its own, that a change of a model locks: those of foreign keys that come, go or change with it. */
public final class Neighbours {
    private final ModelKey key;
    private final ProjectState before;
    private final Set<ModelKey> models = new HashSet<>();

    private Neighbours(ModelKey key, ProjectState before) {
        this.key = key;
        this.before = before;
    }

    /** Returns those that were there before an operation; none of one that isn't about one model. */
    public static Set<TableName> of(String app, Operation operation, ProjectState before, ProjectState after) {
        return operation
                .subject()
                .map(model -> new Neighbours(new ModelKey(app, model), before).tables(after))
                .orElseGet(Set::of);
    }

    private Set<TableName> tables(ProjectState after) {
        ModelState former = before.models().get(key);
        ModelState now = after.models().get(key);
        if (former == null || now == null) {
            addTargets(former);
            addTargets(now);
            addReferrers();
        } else {
            compare(former, now);
        }
        return models.stream()
                .filter(other -> !other.equals(key) && before.hasModel(other))
                .map(before::model)
                .map(model -> new TableName(model.schema(), model.table()))
                .collect(Collectors.toSet());
    }

    private void addTargets(@Nullable ModelState model) {
        if (model != null) {
            model.fields().values().forEach(this::addTarget);
        }
    }

    private void addTarget(Field field) {
        if (field.type() instanceof Reference reference && reference.constrained()) {
            models.add(reference.to());
        }
    }

    private void addReferrers() {
        models.addAll(before.referrers(key));
    }

    /** Keys follow the columns that they refer to. */
    private void compare(ModelState former, ModelState now) {
        boolean isKept = former.table().equals(now.table());
        for (Field field : former.fields().values()) {
            if (!field.equals(now.fields().get(field.name()))) {
                addTarget(field);
                isKept = false;
            }
        }
        for (Field field : now.fields().values()) {
            if (!field.equals(former.fields().get(field.name()))) {
                addTarget(field);
            }
        }
        if (!isKept) {
            addReferrers();
        }
    }
}
