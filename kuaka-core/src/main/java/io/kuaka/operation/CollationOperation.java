package io.kuaka.operation;

import io.kuaka.schema.table.Collation;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.ProjectState;

/**
 * An operation on a collation of PostgreSQL, which isn't part of the state, so it has everything that its inverse
 * needs.
 */
interface CollationOperation extends Operation {
    /** Returns the name of the collation. */
    String name();

    /** Returns the locale, in the words of the provider. */
    String locale();

    /** Returns the provider of the rules. */
    String provider();

    /** Returns whether texts are equal only if their bytes are. */
    boolean deterministic();

    /** Returns the collation for the database. */
    default Collation collation() {
        return new Collation(name(), locale(), provider(), deterministic());
    }

    @Override
    default ProjectState apply(String app, ProjectState before) {
        return before;
    }

    @Override
    default JavaSource toSource() {
        return JavaSource.construct(
                getClass(),
                Literals.string(name()),
                Literals.string(locale()),
                Literals.string(provider()),
                Literals.of(deterministic()));
    }
}
