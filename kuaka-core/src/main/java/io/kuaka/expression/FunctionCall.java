package io.kuaka.expression;

import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a database function.
 *
 * <p>{@link #CONCAT}, {@link #NOW}, {@link #LENGTH}, {@link #SUBSTRING} and the functions of {@link DatePart} are spelled
 * by each dialect in its own way; every other name is passed through.
 */
public record FunctionCall(String name, List<Expression> arguments) implements Expression {
    /** Concatenation; a null part may make the whole null, depending on the database. */
    public static final String CONCAT = "concat";

    /** The current date and time. */
    public static final String NOW = "now";

    /** The number of characters. */
    public static final String LENGTH = "length";

    /** A part of a text. */
    public static final String SUBSTRING = "substring";

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.function(this);
    }

    @Override
    public List<Expression> parts() {
        return arguments;
    }

    @Override
    public Expression withParts(List<Expression> parts) {
        return new FunctionCall(name, parts);
    }

    @Override
    public JavaSource toSource() {
        List<JavaSource> sources = new ArrayList<>();
        sources.add(Literals.string(name));
        arguments.forEach(argument -> sources.add(Expression.argument(argument)));
        return JavaSource.staticCall(Expression.class, "function", sources);
    }
}
