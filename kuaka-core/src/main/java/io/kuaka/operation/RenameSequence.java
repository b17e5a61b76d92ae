package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Set;

/** Renames a sequence, which continues with its next number. */
public record RenameSequence(String oldName, String newName) implements SequenceOperation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.renameSequence(new ModelKey(app, oldName), new ModelKey(app, newName));
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.renameSequence(
                context.before().sequence(context.key(oldName)), context.after().sequence(context.key(newName)));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RenameSequence(newName, oldName);
    }

    @Override
    public String describe() {
        return "Rename sequence " + oldName + " to " + newName;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("rename", oldName, newName);
    }

    @Override
    public Category category() {
        return Category.ALTERATION;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(List.of(oldName, newName));
    }

    @Override
    public boolean renames(ModelKey key) {
        return key.name().equals(oldName);
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        if (next instanceof RenameSequence rename && rename.oldName.equals(newName)) {
            return rename.newName.equals(oldName)
                    ? Reduction.by()
                    : Reduction.by(new RenameSequence(oldName, rename.newName));
        }
        if (next instanceof DropSequence drop && drop.name().equals(newName)) {
            return Reduction.by(new DropSequence(oldName));
        }
        return SequenceOperation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RenameSequence.class, Literals.string(oldName), Literals.string(newName));
    }
}
