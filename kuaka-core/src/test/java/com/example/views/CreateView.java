package com.example.views;

import io.kuaka.operation.Category;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Reduction;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;
import java.util.List;

/** Makes a view, which the models know nothing of. */
public record CreateView(String name, String query) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        editor.run(List.of("create view " + editor.grammar().identifier(name) + " as " + query));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new DropView(name, query);
    }

    @Override
    public String describe() {
        return "Create view " + name;
    }

    @Override
    public String nameFragment() {
        return name + "_view";
    }

    @Override
    public Category category() {
        return Category.ADDITION;
    }

    @Override
    public Reduction reduce(String app, Operation next) {
        return next instanceof DropView drop && drop.name().equals(name)
                ? Reduction.by()
                : Operation.super.reduce(app, next);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(CreateView.class, Literals.string(name), Literals.string(query));
    }
}
