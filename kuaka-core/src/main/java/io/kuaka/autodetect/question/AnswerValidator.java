package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.state.ColumnType;
import io.kuaka.state.FieldType;

/** Checks that a typed value fits its field, before a database has to refuse it. */
final class AnswerValidator {
    private AnswerValidator() {}

    /**
     * Returns the value in the form that the field's type needs: a text with a date becomes the date.
     *
     * @throws UnreadableAnswerException if it doesn't fit; what the database computes isn't checked
     */
    static Expression fit(String question, String answer, Expression value, FieldType type) {
        if (value.equals(Expression.now()) && type instanceof ColumnType columnType && !columnType.acceptsNow()) {
            throw new UnreadableAnswerException(question + " = " + answer, columnType.typingHint());
        }
        if (value instanceof Literal literal && type instanceof ColumnType columnType) {
            return columnType
                    .typed(literal)
                    .orElseThrow(
                            () -> new UnreadableAnswerException(question + " = " + answer, columnType.typingHint()));
        }
        return value;
    }
}
