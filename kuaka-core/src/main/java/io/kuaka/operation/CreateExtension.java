package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.ProjectState;

/** Creates an extension of PostgreSQL unless it exists; does nothing on other databases. */
public record CreateExtension(String name) implements ExtensionOperation {
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
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
}
