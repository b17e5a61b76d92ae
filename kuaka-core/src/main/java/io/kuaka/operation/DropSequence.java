package io.kuaka.operation;

import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.Step;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/** Drops a sequence. */
public record DropSequence(String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before.withoutSequence(new ModelKey(app, name));
    }

    @Override
    public void execute(SchemaEditor editor, Step step) {
        editor.dropSequence(step.before().sequence(step.key(name)));
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
        return Fragments.join("drop", name);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public boolean references(ModelKey key) {
        return key.name().equals(name);
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        return Reduction.passesIf(!next.references(new ModelKey(app, name))).orElide(this, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(DropSequence.class, Literals.string(name));
    }
}
