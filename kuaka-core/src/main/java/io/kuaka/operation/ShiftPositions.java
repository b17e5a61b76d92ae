package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.PositionShift;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds a number to the positions of the elements of lists, when these begin at another one ({@code @ListIndexBase}).
 *
 * <p>Only rows change. No two elements of a list have the same position meanwhile, so that the position may be part of a key.
 *
 * @param field the field with the positions
 * @param by what is added; less than zero if the lists began later
 * @param owner the fields that refer to the owner of the lists, without which a row isn't in any of them; none for all rows
 */
public record ShiftPositions(String model, String field, int by, List<String> owner) implements ModelLocalOperation {
    public ShiftPositions {
        owner = List.copyOf(owner);
    }

    /** Shifts the positions of all rows, or of those with an owner. */
    public ShiftPositions(String model, String field, int by, String... owner) {
        this(model, field, by, List.of(owner));
    }

    @Override
    public ModelState applyTo(ModelState state) {
        state.field(field);
        return state;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        new PositionShift(context.before().model(context.key(model)), field, by, owner).execute(editor);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new ShiftPositions(model, field, -by, owner);
    }

    @Override
    public boolean references(ModelKey key, String name) {
        return references(key) && (name.equals(field) || owner.contains(name));
    }

    @Override
    public String describe() {
        return "Shift positions " + field + " of " + model + " by " + by;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("shift", model, field);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public JavaSource toSource() {
        Stream<JavaSource> lists = Stream.of(Literals.string(model), Literals.string(field), Literals.of(by));
        return JavaSource.construct(
                ShiftPositions.class,
                Stream.concat(lists, Literals.strings(owner).stream()).toList());
    }
}
