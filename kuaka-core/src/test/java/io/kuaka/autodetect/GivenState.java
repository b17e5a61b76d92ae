package io.kuaka.autodetect;

import io.kuaka.operation.Category;
import io.kuaka.operation.Operation;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;

/** Leads to a state at once, as the whole past does. */
public record GivenState(ProjectState state) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState before) {
        return state;
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {}

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new GivenState(before);
    }

    @Override
    public String describe() {
        return "Begin";
    }

    @Override
    public String nameFragment() {
        return "begin";
    }

    @Override
    public Category category() {
        return Category.MIXED;
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.code("begin");
    }
}
