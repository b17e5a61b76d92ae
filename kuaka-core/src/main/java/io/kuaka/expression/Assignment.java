package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import org.jspecify.annotations.Nullable;

/** A field and the value that an update gives it. */
public record Assignment(String field, Expression value) {
    /** Returns the assignment of {@code value}, an expression or a plain value, to {@code field}. */
    public static Assignment set(String field, @Nullable Object value) {
        return new Assignment(field, Expression.of(value));
    }

    /** Returns the Java expression that makes an equal value. */
    public JavaSource toSource() {
        return JavaSource.staticCall(Assignment.class, "set", Literals.string(field), Expression.argument(value));
    }
}
