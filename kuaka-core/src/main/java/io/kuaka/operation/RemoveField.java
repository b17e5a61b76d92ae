package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes a field and drops its columns with all values; indexes and constraints that need it are dropped, too. */
public record RemoveField(String model, String fieldName) implements FieldOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withoutField(fieldName);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        ModelState old = before.model(new ModelKey(app, model));
        Field field = old.field(fieldName);
        List<Operation> operations = new ArrayList<>();
        operations.add(new AddField(model, field, isShared(old, field) ? null : BackfillDefaults.fill(field)));
        List<String> key = old.primaryKey().stream().map(Field::name).toList();
        if (field.isPrimaryKey() && !key.get(key.size() - 1).equals(fieldName)) {
            operations.add(new ReorderPrimaryKey(model, key));
        }
        old.constraintsUsing(field).forEach(constraint -> operations.add(new AddConstraint(model, constraint)));
        old.indexesUsing(field).forEach(index -> operations.add(new AddIndex(model, index)));
        return operations.size() == 1 ? operations.get(0) : SeparateDatabaseAndState.both(operations);
    }

    /** The columns stay with the values that other fields have there. */
    private boolean isShared(ModelState old, Field field) {
        return old.fields().values().stream()
                .anyMatch(other ->
                        !other.name().equals(fieldName) && other.columns().containsAll(field.columns()));
    }

    @Override
    public String describe() {
        return "Remove field " + fieldName + " from " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("remove", model, fieldName);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public Set<ModelKey> referred() {
        return Set.of();
    }

    /** Whether one of two fields was generated from the other one isn't known here, so both keep their places. */
    @Override
    public Reduction reduce(String app, Operation next) {
        return next instanceof RemoveField remove && remove.model.equals(model)
                ? Reduction.blocks()
                : FieldOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RemoveField.class, Literals.string(model), Literals.string(fieldName));
    }
}
