package io.kuaka.operation;

import io.kuaka.state.Index;
import io.kuaka.state.ProjectState;

/** Adds an index to a model. */
public record AddIndex(String model, Index index) implements IndexAddition, HasConcurrentForm {
    @Override
    public Operation with(Index other) {
        return new AddIndex(model, other);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new RemoveIndex(model, index.name());
    }

    @Override
    public String describe() {
        return "Create index " + index.name() + " on " + NameParts.target(index) + " of model " + model;
    }

    @Override
    public Operation concurrently() {
        return new AddIndexConcurrently(model, index);
    }
}
