package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.state.ProjectState;

/** Drops an extension of PostgreSQL; does nothing on other databases. */
public record DropExtension(String name) implements ExtensionOperation {
    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
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
}
