package io.kuaka.expression;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a group of rows. Counts and sums of integers are {@code Long}s, averages {@code Double}s, everything else
 * has the class of the values; without any value it is null, except for counts.
 *
 * @param value what is counted, added up or compared; null to count rows
 */
public record Aggregate(Figure figure, @Nullable Expression value) {
    /** What is made of the values. */
    public enum Figure {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        MIN,
        MAX,
        AVG
    }

    /** Returns the number of rows. */
    public static Aggregate count() {
        return new Aggregate(Figure.COUNT, null);
    }

    /** Returns the number of values other than null of a field, by its name, or of an expression. */
    public static Aggregate count(Object value) {
        return of(Figure.COUNT, value);
    }

    /** Returns the number of different values other than null. */
    public static Aggregate countDistinct(Object value) {
        return of(Figure.COUNT_DISTINCT, value);
    }

    /** Returns the sum of a field, by its name, or of an expression. */
    public static Aggregate sum(Object value) {
        return of(Figure.SUM, value);
    }

    /** Returns the least value of a field, by its name, or of an expression. */
    public static Aggregate min(Object value) {
        return of(Figure.MIN, value);
    }

    /** Returns the greatest value of a field, by its name, or of an expression. */
    public static Aggregate max(Object value) {
        return of(Figure.MAX, value);
    }

    /** Returns the average of a field, by its name, or of an expression. */
    public static Aggregate avg(Object value) {
        return of(Figure.AVG, value);
    }

    private static Aggregate of(Figure figure, Object value) {
        return new Aggregate(figure, value instanceof String field ? Expression.field(field) : Expression.of(value));
    }

    /** Returns the aggregate of a value as SQL, {@code operand} being that of the value. */
    public String text(String operand) {
        return switch (figure) {
            case COUNT_DISTINCT -> "count(distinct " + operand + ")";
            case COUNT, SUM, MIN, MAX, AVG -> figure.name().toLowerCase(Locale.ROOT) + "(" + operand + ")";
        };
    }
}
