package io.kuaka.schema.grammar;

/**
 * Where to read the number that an application or the database would have taken next.
 *
 * @param value the term that is the number, in SQL
 * @param from what follows the term in a query of one row, with a space before it
 * @param increment how many numbers were taken at once
 */
public record NextNumber(String value, String from, long increment) {
    /** Returns whether numbers grow, or shrink, in both directions alike. */
    boolean suits(long otherIncrement) {
        return increment < 0 == otherIncrement < 0;
    }

    /**
     * Returns the query of the first number whose whole block of another length is beyond those that were taken, as
     * {@code next_number}.
     */
    String query(long otherIncrement) {
        long longer = otherIncrement - increment;
        long moved = otherIncrement < 0 ? Math.min(0, longer) : Math.max(0, longer);
        return "(select " + SequenceGrammar.plus(value, moved) + " as next_number" + from + ")";
    }
}
