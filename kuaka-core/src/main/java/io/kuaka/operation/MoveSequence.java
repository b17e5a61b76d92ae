package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Set;

/**
 * Moves a sequence to another app, under the same name or another; it continues with its next number.
 *
 * <p>It belongs to the history of the app that gets the sequence.
 */
public record MoveSequence(ModelKey from, ModelKey to) implements SequenceOperation {
    /** Moves a sequence; both names are written as in {@code catalog.book_seq}. */
    public MoveSequence(String from, String to) {
        this(ModelKey.parse(from), ModelKey.parse(to));
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.renameSequence(from, to);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.renameSequence(context.before().sequence(from), context.after().sequence(to));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new MoveSequence(to, from);
    }

    @Override
    public String describe() {
        return "Move sequence " + from + " to " + to;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("move", from.app(), from.name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(List.of(from.name(), to.name()));
    }

    @Override
    public boolean renames(ModelKey key) {
        return key.equals(from);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                MoveSequence.class, Literals.string(from.toString()), Literals.string(to.toString()));
    }
}
