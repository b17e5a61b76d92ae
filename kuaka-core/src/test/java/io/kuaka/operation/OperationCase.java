package io.kuaka.operation;

import io.kuaka.state.ProjectState;

/** An operation and the state that it meets, under a name that says what is special about it. */
public record OperationCase(String name, ProjectState before, Operation operation) {
    /** The app whose operations all cases are. */
    public static final String APP = "shop";

    /** Returns the state after the operation. */
    public ProjectState after() {
        return operation.apply(APP, before);
    }

    @Override
    public String toString() {
        return name;
    }
}
