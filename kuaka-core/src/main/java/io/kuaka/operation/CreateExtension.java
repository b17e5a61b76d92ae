package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/** Makes an extension of PostgreSQL available; does nothing on other databases, nor where it is there already. */
public record CreateExtension(String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext step) {
        editor.createExtension(name);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new DropExtension(name);
    }

    @Override
    public String describe() {
        return "Create extension " + name;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("create_extension", name);
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CreateExtension.class, Literals.string(name));
    }
}
