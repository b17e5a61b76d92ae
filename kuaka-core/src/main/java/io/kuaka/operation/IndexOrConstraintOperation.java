package io.kuaka.operation;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * An operation on one index or constraint of a model.
 *
 * <p>Operations on other models are no barrier, unless they take or free the same name, which is unique in a database.
 */
interface IndexOrConstraintOperation extends ModelLocalOperation {
    /** Returns the names that this operation takes or frees. */
    Set<String> memberNames();

    @Override
    default boolean releasesReferences() {
        return false;
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        Reduction reduction = ModelLocalOperation.super.reduce(app, next);
        boolean clashes = !Collections.disjoint(memberNames(), namesIn(next));
        return clashes && reduction instanceof Reduction.Passes ? Reduction.blocks() : reduction;
    }

    private static Set<String> namesIn(Operation operation) {
        if (operation instanceof IndexOrConstraintOperation other) {
            return other.memberNames();
        }
        Set<String> names = new HashSet<>();
        if (operation instanceof CreateModel create) {
            names.addAll(create.model().indexes().keySet());
            names.addAll(create.model().constraints().keySet());
        }
        return names;
    }
}
