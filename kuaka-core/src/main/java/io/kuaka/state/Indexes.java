package io.kuaka.state;

import io.kuaka.expression.Condition;
import io.kuaka.expression.Expression;
import java.util.List;

/** Makes indexes and constraints in migration files; meant to be imported statically. */
public final class Indexes {
    private Indexes() {}

    /** Returns an index; {@code on} says what it covers. */
    public static Index index(String name) {
        return new Index(name, List.of(), false, null, null, List.of(), false);
    }

    /** Returns a part of an index that holds what {@code expression} computes. */
    public static IndexPart part(Expression expression) {
        return IndexPart.of(expression);
    }

    /** Returns a unique constraint; {@code on} says which fields it covers. */
    public static UniqueConstraint unique(String name) {
        return UniqueConstraint.named(name);
    }

    /** Returns the constraint that {@code condition} isn't false for any row. */
    public static CheckConstraint check(String name, Condition condition) {
        return new CheckConstraint(name, condition);
    }

    /** Returns PostgreSQL's constraint that no two rows have values for which all operators hold. */
    public static ExclusionConstraint exclusion(String name) {
        return ExclusionConstraint.named(name);
    }
}
