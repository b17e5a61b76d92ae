package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ModelState;
import java.util.Set;

/** The removal of an index of a model, however it is dropped. */
interface IndexRemoval extends IndexOrConstraintOperation {
    /** Returns the index's name. */
    String indexName();

    @Override
    default ModelState applyTo(ModelState state) {
        return state.withoutIndex(indexName());
    }

    @Override
    default String nameFragment() {
        return NameParts.join("remove", model(), indexName());
    }

    @Override
    default Category category() {
        return Category.REMOVAL;
    }

    @Override
    default Set<String> memberNames() {
        return Set.of(indexName());
    }

    @Override
    default JavaSource toSource() {
        return JavaSource.construct(getClass(), Literals.string(model()), Literals.string(indexName()));
    }
}
