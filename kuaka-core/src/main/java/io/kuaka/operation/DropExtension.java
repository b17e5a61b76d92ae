package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/** Removes an extension of PostgreSQL; does nothing on other databases. */
public record DropExtension(String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext step) {
        editor.dropExtension(name);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CreateExtension(name);
    }

    @Override
    public String describe() {
        return "Drop extension " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("drop_extension", name);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(DropExtension.class, Literals.string(name));
    }
}
