package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.ReferredRows;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inserts rows into a new table for the values of fields that are to refer to them: {@code HH} of {@code Boat.port} becomes a
 * {@code Port}.
 *
 * <p>The rows have nothing but their key; all other fields must allow null or have a default. Rows that are there stay, also
 * when it is reversed.
 *
 * @param target the model that gets the rows, as references name it: {@code shop.Port}
 * @param fields the fields with the values, in the order of the target's key
 */
public record InsertReferred(String target, String model, List<String> fields) implements Operation {
    public InsertReferred {
        fields = List.copyOf(fields);
    }

    /** Inserts rows for the values of a field, or of several for a key of several columns. */
    public InsertReferred(String target, String model, String... fields) {
        this(target, model, List.of(fields));
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        before.model(ModelKey.parse(target));
        fields.forEach(before.model(new ModelKey(app, model))::field);
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        ProjectState state = context.before();
        new ReferredRows(state.model(ModelKey.parse(target)), state.model(context.key(model)), fields).insert(editor);
    }

    @Override
    public boolean isOn(Placement placement, String app) {
        return placement.has(new ModelKey(app, model));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new SeparateDatabaseAndState(List.of(), List.of());
    }

    @Override
    public Set<ModelKey> referred() {
        return Set.of(ModelKey.parse(target));
    }

    @Override
    public String describe() {
        return "Insert rows of " + target + " for " + model + "." + String.join(", ", fields);
    }

    @Override
    public String nameFragment() {
        return NameParts.join("insert", ModelKey.parse(target).name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                InsertReferred.class,
                Stream.concat(Stream.of(target, model), fields.stream())
                        .map(Literals::string)
                        .toList());
    }
}
