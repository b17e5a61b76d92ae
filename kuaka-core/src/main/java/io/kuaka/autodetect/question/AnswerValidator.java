package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.state.ColumnType;
import io.kuaka.state.FieldType;

/** Makes sure that a value that somebody typed suits the field that it is for, before a database has to refuse it. */
final class AnswerValidator {
    private AnswerValidator() {}

    /**
     * Returns the value as the field's type wants it: a text that writes a date becomes the date.
     *
     * @throws UnreadableAnswerException when it doesn't suit; what the database computes isn't looked at
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
