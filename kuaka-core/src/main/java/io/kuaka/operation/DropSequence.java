package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Set;

/** Drops a sequence. */
public record DropSequence(String name) implements SequenceOperation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withoutSequence(new ModelKey(app, name));
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.dropSequence(context.before().sequence(context.key(name)));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CreateSequence(before.sequence(new ModelKey(app, name)));
    }

    @Override
    public String describe() {
        return "Drop sequence " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("drop", name);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public Set<String> names() {
        return Set.of(name);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(DropSequence.class, Literals.string(name));
    }
}
