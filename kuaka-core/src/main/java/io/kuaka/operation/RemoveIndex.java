package io.kuaka.operation;

import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;

/** Removes an index from a model. */
public record RemoveIndex(String model, String indexName) implements IndexRemoval, HasConcurrentForm {
    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AddIndex(model, before.model(new ModelKey(app, model)).index(indexName));
    }

    @Override
    public String describe() {
        return "Remove index " + indexName + " from " + model;
    }

    @Override
    public Operation concurrently() {
        return new RemoveIndexConcurrently(model, indexName);
    }
}
