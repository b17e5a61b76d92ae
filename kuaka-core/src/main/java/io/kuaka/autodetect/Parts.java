package io.kuaka.autodetect;

import io.kuaka.state.ModelKey;

/** Tells the join, collection and secondary tables of entities, which come and go with their owners. */
final class Parts {
    private Parts() {}

    static boolean isPart(ModelKey key) {
        return key.name().indexOf('.') > 0;
    }

    /** Returns the entity that a part belongs to. */
    static ModelKey owner(ModelKey part) {
        return part.sibling(part.name().substring(0, part.name().indexOf('.')));
    }

    /** Returns the attribute that a part holds. */
    static String attribute(ModelKey part) {
        return part.name().substring(part.name().indexOf('.') + 1);
    }
}
