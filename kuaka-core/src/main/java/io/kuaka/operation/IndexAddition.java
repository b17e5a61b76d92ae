package io.kuaka.operation;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import java.util.Set;

/** A new index of a model, however it is built. */
interface IndexAddition extends IndexOrConstraintOperation {
    /** Returns the index. */
    Index index();

    /** Returns the operation that adds another index to the same model in the same way. */
    Operation with(Index index);

    @Override
    default ModelState applyTo(ModelState state) {
        return state.withIndex(index());
    }

    @Override
    default String nameFragment() {
        return NameParts.join(model(), index().name());
    }

    @Override
    default Category category() {
        return Category.ADDITION;
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        if (next instanceof IndexRemoval remove
                && remove.model().equals(model())
                && remove.indexName().equals(index().name())) {
            return Reduction.by();
        }
        if (next instanceof RenameIndex rename
                && rename.model().equals(model())
                && rename.oldName().equals(index().name())) {
            return Reduction.by(with(index().withName(rename.newName())));
        }
        // An index is dropped with a field that it needs.
        if (next instanceof RemoveField remove
                && remove.model().equals(model())
                && index().fields().contains(remove.fieldName())) {
            return Reduction.by(remove);
        }
        return IndexOrConstraintOperation.super.reduce(app, next);
    }

    @Override
    default Set<String> memberNames() {
        return Set.of(index().name());
    }

    @Override
    default JavaSource toSource() {
        return JavaSource.construct(getClass(), Literals.string(model()), index().toSource());
    }
}
