package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Set;

/** Removes an index from a model. */
public record RemoveIndex(String model, String indexName) implements IndexOrConstraintOperation {
    @Override
    public ModelState applyTo(ModelState state) {
        return state.withoutIndex(indexName);
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new AddIndex(model, before.model(new ModelKey(app, model)).index(indexName));
    }

    @Override
    public String describe() {
        return "Remove index " + indexName + " from " + model;
    }

    @Override
    public String nameFragment() {
        return NameParts.join("remove", model, indexName);
    }

    @Override
    public Category category() {
        return Category.REMOVAL;
    }

    @Override
    public Set<String> memberNames() {
        return Set.of(indexName);
    }

    @Override
    public Operation concurrently() {
        return new RemoveIndexConcurrently(model, indexName);
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(RemoveIndex.class, Literals.string(model), Literals.string(indexName));
    }
}
