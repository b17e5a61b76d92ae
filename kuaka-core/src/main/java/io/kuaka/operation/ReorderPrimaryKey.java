package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.KeyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives the columns of a model's primary key another order; references to the whole key follow.
 *
 * @param fields all fields of the key, in their new order
 */
public record ReorderPrimaryKey(String model, List<String> fields) implements Operation {
    public ReorderPrimaryKey {
        fields = List.copyOf(fields);
    }

    /** Gives the fields of the primary key an order. */
    public ReorderPrimaryKey(String model, String... fields) {
        this(model, List.of(fields));
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return KeyOrder.reorder(before, new ModelKey(app, model), fields);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.alterTables(context.changesInPlace(model));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new ReorderPrimaryKey(
                model,
                before.model(new ModelKey(app, model)).primaryKey().stream()
                        .map(Field::name)
                        .toList());
    }

    @Override
    public String describe() {
        return "Reorder primary key of " + model + " to " + String.join(", ", fields);
    }

    @Override
    public String nameFragment() {
        return NameParts.join("reorder", model, "primary_key");
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(model);
    }

    /** Which keys and references follow isn't known here, so that only a later order or the end of the model joins. */
    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof ReorderPrimaryKey later && later.model.equals(model)) {
            return Reduction.by(later);
        }
        return next instanceof DeleteModel delete && delete.name().equals(model)
                ? Reduction.by(delete)
                : Operation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                ReorderPrimaryKey.class,
                Stream.concat(Stream.of(model), fields.stream())
                        .map(Literals::string)
                        .toList());
    }
}
