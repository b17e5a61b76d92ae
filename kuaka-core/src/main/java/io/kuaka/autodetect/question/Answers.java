package io.kuaka.autodetect.question;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads and writes answers files: one {@code question = answer} per line, and comments after {@code #}.
 *
 * <p>An answer is {@code yes} or {@code no}, a value, or {@code ignore}. A value is a number, {@code true} or {@code
 * false}, a text in single quotes, {@code now}, {@code sql} and an SQL expression, or a constant of the field's enumeration. A question without an answer counts as not answered.
 */
public final class Answers {
    /** The answer that leaves rows with null to another migration. */
    public static final String IGNORE = "ignore";

    /** The answer that lets the rows of each owner be counted. */
    public static final String NUMBERED = "numbered";

    static final String YES_OR_NO = "yes | no";
    static final String VALUE = "'text' | 42 | true | now | sql EXPRESSION";
    static final String VALUE_OF_EACH_ROW = "sql EXPRESSION";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Answers() {}

    /**
     * Returns the answers by the keys of their questions.
     *
     * @throws UnreadableAnswerException when a line is neither a comment nor an answer
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            if (equals < 0) {
                throw new UnreadableAnswerException(line, "write \"question = answer\"");
            }
            String answer = line.substring(equals + 1).strip();
            if (!answer.isEmpty()) {
                answers.put(line.substring(0, equals).strip().replaceAll("\\s+", " "), answer);
            }
        });
        return answers;
    }

    /** Returns the text of a file in which the answers are to be filled in. */
    public static String write(List<OpenQuestion> questions) {
        StringBuilder text =
                new StringBuilder("# Fill in the answers after the equals signs, and pass this file with --answers.\n");
        questions.forEach(question -> text.append("\n# ")
                .append(question.text())
                .append("\n# ")
                .append(question.choices())
                .append('\n')
                .append(question.key())
                .append(" =\n"));
        return text.toString();
    }

    /**
     * Returns the value of an answer.
     *
     * @param question the question's key, for the message of an error
     * @throws UnreadableAnswerException if it isn't a value
     */
    public static Expression value(String question, String answer) {
        return value(question, answer, VALUE);
    }

    private static Expression value(String question, String answer, String choices) {
        if (NUMBER.matcher(answer).matches()) {
            return number(answer);
        }
        if (answer.length() > 1 && answer.startsWith("'") && answer.endsWith("'")) {
            return Expression.value(answer.substring(1, answer.length() - 1).replace("''", "'"));
        }
        if (answer.startsWith("sql ")) {
            return Expression.sql(answer.substring(4).strip());
        }
        return switch (answer) {
            case "true" -> Expression.value(true);
            case "false" -> Expression.value(false);
            case "now" -> Expression.now();
            default -> throw new UnreadableAnswerException(question + " = " + answer, "write one of " + choices);
        };
    }

    /**
     * Returns the value of an answer, for a field of a type.
     *
     * @param question the question's key, for the message of an error
     * @throws UnreadableAnswerException if it isn't a value, or one that the field can't hold
     */
    public static Expression value(String question, String answer, FieldType type) {
        boolean isConstant =
                type instanceof ColumnType column && column.values().contains(answer);
        Expression value = isConstant ? Expression.value(answer) : value(question, answer, valueOf(type));
        return AnswerValidator.fit(question, answer, value, type);
    }

    /** Returns how a value of a type can be written, as a choice of an open question. */
    public static String valueOf(FieldType type) {
        return type instanceof ColumnType column ? column.typingExample() + " | sql EXPRESSION" : VALUE;
    }

    /**
     * Returns the value of an answer, for all rows of a new field.
     *
     * @param question the question's key, for the message of an error
     * @throws UnreadableAnswerException if it isn't a value, or one that the field can't hold in every row
     */
    public static Expression valueOfNew(String question, String answer, Field field) {
        Expression value = value(question, answer, field.type());
        if (field.isUnique() && value.isSameForAllRows()) {
            throw UnreadableAnswerException.repeated(question + " = " + answer, field);
        }
        return value;
    }

    /**
     * Returns the value of an answer, for the rows of a new field that have a value in another one.
     *
     * @param question the question's key, for the message of an error
     * @throws UnreadableAnswerException if it isn't a value, or one that the field can't hold
     */
    public static Expression valueBeside(String question, String answer, Field field, Field values) {
        Expression value = value(question, answer, field.type());
        return value.isSameForAllRows()
                ? Expression.when(Expression.field(values.name()).isNotNull(), value)
                : value;
    }

    static boolean yes(String question, String answer) {
        return switch (answer) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new UnreadableAnswerException(question + " = " + answer, "write yes or no");
        };
    }

    private static Expression number(String answer) {
        BigDecimal number = new BigDecimal(answer);
        if (number.scale() > 0) {
            return Expression.value(number);
        }
        BigInteger whole = number.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return Expression.value(whole.intValueExact());
        }
        return whole.bitLength() < Long.SIZE ? Expression.value(whole.longValueExact()) : Expression.value(number);
    }
}
