package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import java.util.Set;

/**
 * Creates a sequence, or a table in its place if the database has no sequences. It begins above the ids of rows that
 * take theirs from it.
 */
public record CreateSequence(Sequence sequence) implements SequenceOperation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withSequence(app, sequence);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.createSequence(sequence);
        NumbersInUse.skip(context.key(sequence.name()), editor, context);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new DropSequence(sequence.name());
    }

    @Override
    public String describe() {
        return "Create sequence " + sequence.name();
    }

    @Override
    public String nameFragment() {
        return NameParts.join(sequence.name());
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Set<String> names() {
        return Set.of(sequence.name());
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof AlterSequence alter && alter.sequence().name().equals(sequence.name())) {
            return Reduction.by(new CreateSequence(alter.sequence()));
        }
        if (next instanceof RenameSequence rename && rename.oldName().equals(sequence.name())) {
            return Reduction.by(new CreateSequence(sequence.withName(rename.newName())));
        }
        if (next instanceof DropSequence drop && drop.name().equals(sequence.name())) {
            return Reduction.by();
        }
        return SequenceOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CreateSequence.class, sequence.toSource());
    }
}
