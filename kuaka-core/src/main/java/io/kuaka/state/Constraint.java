package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.source.JavaSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A rule for the rows of a model, other than its primary key and its references. Its name is unique in the database. */
public sealed interface Constraint permits UniqueConstraint, CheckConstraint, ExclusionConstraint {
    /** Returns the constraint's name. */
    String name();

    /** Returns this constraint under another name. */
    Constraint withName(String name);

    /** Returns the fields that this constraint needs. */
    Set<String> fields();

    /** Returns the conditions and values of this constraint. */
    Stream<Expression> expressions();

    /** Returns whether this constraint needs the field; raw SQL counts where it mentions one of its columns. */
    boolean uses(Field field);

    /** Returns this constraint with its expressions and its field names rewritten. */
    Constraint rewriteExpressions(UnaryOperator<Expression> rewrite, UnaryOperator<String> rename);

    /** Returns the Java expression that makes an equal constraint. */
    JavaSource toSource();

    /** Calls the consumer for this kind of constraint. */
    void match(
            Consumer<UniqueConstraint> unique,
            Consumer<CheckConstraint> check,
            Consumer<ExclusionConstraint> exclusion);
}
