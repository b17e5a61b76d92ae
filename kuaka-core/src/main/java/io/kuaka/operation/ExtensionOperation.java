package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/** An operation on an extension of PostgreSQL, which isn't part of the state. */
interface ExtensionOperation extends Operation {
    /** Returns the name of the extension. */
    String name();

    @Override
    default ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    default JavaSource toSource() {
        return JavaSource.construct(getClass(), Literals.string(name()));
    }
}
