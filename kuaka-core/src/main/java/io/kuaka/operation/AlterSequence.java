package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.Set;

/** Changes the start or the increment of a sequence. */
public record AlterSequence(Sequence sequence) implements SequenceOperation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withAlteredSequence(app, sequence);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        ModelKey key = context.key(sequence.name());
        Sequence before = context.before().sequence(key);
        editor.alterSequence(before, context.after().sequence(key));
        if (!editor.grammar().has(before)) {
            NumbersInUse.skip(key, editor, context);
        }
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AlterSequence(before.sequence(new ModelKey(app, sequence.name())));
    }

    @Override
    public String describe() {
        return "Alter sequence " + sequence.name();
    }

    @Override
    public String nameFragment() {
        return NameParts.join("alter", sequence.name());
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Set<String> names() {
        return Set.of(sequence.name());
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof AlterSequence alter && alter.sequence().name().equals(sequence.name())) {
            return Reduction.by(alter);
        }
        if (next instanceof DropSequence drop && drop.name().equals(sequence.name())) {
            return Reduction.by(drop);
        }
        return SequenceOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(AlterSequence.class, sequence.toSource());
    }
}
