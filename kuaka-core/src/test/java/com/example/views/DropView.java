package com.example.views;

import io.kuaka.operation.Category;
import io.kuaka.operation.Operation;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;
import java.util.List;

/**
 * Drops a view.
 *
 * @param query what the view was, for the way back
 */
public record DropView(String name, String query) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.run(List.of("drop view " + editor.grammar().identifier(name)));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new CreateView(name, query);
    }

    @Override
    public String describe() {
        return "Drop view " + name;
    }

    @Override
    public String nameFragment() {
        return "drop_" + name + "_view";
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(DropView.class, Literals.string(name), Literals.string(query));
    }
}
