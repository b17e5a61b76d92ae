package io.kuaka.state;

import io.kuaka.expression.Expression;
import io.kuaka.expression.FieldRef;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One part of an index: a field or an expression, with its order.
 *
 * @param operatorClass the operator class, on databases that have them
 */
public record IndexPart(
        Expression expression, boolean descending, @Nullable String operatorClass) {
    /** Returns the part that {@code text} writes: a field's name, after a minus sign for descending order. */
    public static IndexPart parse(String text) {
        boolean descending = text.startsWith("-");
        return new IndexPart(new FieldRef(descending ? text.substring(1) : text), descending, null);
    }

    /** Returns a part that indexes what {@code expression} computes. */
    public static IndexPart of(Expression expression) {
        return new IndexPart(expression, false, null);
    }

    /** Returns this part in descending order. */
    public IndexPart desc() {
        return new IndexPart(expression, true, operatorClass);
    }

    /** Returns this part with an operator class. */
    public IndexPart operatorClass(String newOperatorClass) {
        return new IndexPart(expression, descending, newOperatorClass);
    }

    IndexPart rewriteExpressions(UnaryOperator<Expression> rewrite) {
        return new IndexPart(rewrite.apply(expression), descending, operatorClass);
    }

    /** Returns the name of the field, if this part is just a field. */
    public Optional<String> field() {
        return expression instanceof FieldRef field ? Optional.of(field.name()) : Optional.empty();
    }

    /** Returns whether this part is a plain field, which {@link #parse} can write. */
    boolean isPlain() {
        return field().isPresent() && operatorClass == null;
    }

    /** Returns the text that {@link #parse} reads, for a plain part. */
    String text() {
        return (descending ? "-" : "") + String.join(",", expression.fields());
    }

    JavaSource toSource() {
        JavaSource source = JavaSource.staticCall(Indexes.class, "part", expression.toSource());
        source = descending ? source.call("desc") : source;
        return operatorClass == null ? source : source.call("operatorClass", Literals.string(operatorClass));
    }
}
