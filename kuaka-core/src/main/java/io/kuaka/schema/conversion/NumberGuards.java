package io.kuaka.schema.conversion;

import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions of numbers that another type couldn't keep. */
final class NumberGuards {
    private static final Map<Kind, Long> LARGEST = Map.of(
            Kind.TINYINT, (long) Byte.MAX_VALUE,
            Kind.SMALLINT, (long) Short.MAX_VALUE,
            Kind.INTEGER, (long) Integer.MAX_VALUE,
            Kind.BIGINT, Long.MAX_VALUE);

    /** Up to here a floating point number has every whole number. */
    private static final Map<Kind, Long> LARGEST_EXACT = Map.of(Kind.REAL, 1L << 24, Kind.DOUBLE, 1L << 53);

    /** What a decimal has that doesn't say it, as in Hibernate. */
    private static final ColumnType USUAL_DECIMAL = ColumnType.decimal(38, 2);

    /** As many digits as every database reads from a text, in all and after the point. */
    private static final int DIGITS_IN_TEXT = 65;

    private static final int FRACTION_IN_TEXT = 30;

    private final String number;
    private final ColumnType from;
    private final ColumnType to;
    private final List<Misfit> misfits = new ArrayList<>();

    /**
     * Some values that don't fit.
     *
     * @param condition SQL that finds them
     * @param what a sentence's end: what the column has
     */
    record Misfit(String condition, String what) {}

    private NumberGuards(String number, ColumnType from, ColumnType to) {
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /** Returns what numbers of one type may not be to become values of another. */
    static List<Misfit> of(String number, ColumnType from, ColumnType to) {
        return new NumberGuards(number, from, to).misfits();
    }

    /** Returns what the numbers that texts are may not be; {@code areWhole} if no others are left. */
    static List<Misfit> ofTexts(String number, boolean areWhole, ColumnType to) {
        return of(number, ColumnType.decimal(DIGITS_IN_TEXT, areWhole ? 0 : FRACTION_IN_TEXT), to);
    }

    private List<Misfit> misfits() {
        Long largest = LARGEST.get(to.kind());
        if (hasFractions(from) && (largest != null || to.kind() == Kind.ORDINAL_ENUM || to.kind() == Kind.DURATION)) {
            add(number + " <> round(" + number + ")", "has values with a fraction, which would be lost.");
        }
        Long before = LARGEST.get(from.kind());
        if (largest != null && (before == null || before > largest)) {
            add(
                    number + " not between " + (-largest - 1) + " and " + largest,
                    "has values that are too large for its new type.");
        }
        Long exact = LARGEST_EXACT.get(to.kind());
        if (exact != null && !isFloating(from) && (before == null || before > exact)) {
            add("abs(" + number + ") > " + exact, "has values that are too large to be exact in its new type.");
        }
        if (from.kind() == Kind.DOUBLE && to.kind() == Kind.REAL) {
            add("abs(" + number + ") > " + Float.MAX_VALUE, "has values that are too large for its new type.");
        }
        if (to.kind() == Kind.DECIMAL) {
            addForDecimal(to.length() == ColumnType.UNSET ? USUAL_DECIMAL : to);
        }
        if (to.kind() == Kind.BOOLEAN) {
            add(number + " not in (0, 1)", "has values other than 0 and 1.");
        }
        if (to.kind() == Kind.ORDINAL_ENUM) {
            String last = Integer.toString(to.values().size() - 1);
            add(number + " not between 0 and " + last, "has values other than 0 to " + last + ".");
        }
        return misfits;
    }

    private void addForDecimal(ColumnType decimal) {
        int scale = Math.max(0, decimal.scale());
        if (isFloating(from) || (from.kind() == Kind.DECIMAL && scale < from.scale())) {
            add(
                    number + " <> round(" + number + ", " + scale + ")",
                    "has values with more than " + scale + " digits after the point.");
        }
        int whole = decimal.length() - scale;
        if (whole < wholeDigits()) {
            String limit = BigDecimal.TEN.pow(whole).toPlainString();
            add("abs(" + number + ") >= " + limit, "has values with more than " + whole + " digits before the point.");
        }
    }

    private int wholeDigits() {
        if (from.kind() == Kind.DECIMAL && from.length() != ColumnType.UNSET) {
            return from.length() - Math.max(0, from.scale());
        }
        Long largest = LARGEST.get(from.kind());
        return largest == null ? Integer.MAX_VALUE : largest.toString().length();
    }

    private static boolean isFloating(ColumnType type) {
        return type.kind() == Kind.REAL || type.kind() == Kind.DOUBLE;
    }

    /** Returns whether values of a type can have digits behind the point. */
    static boolean hasFractions(ColumnType type) {
        return isFloating(type) || (type.kind() == Kind.DECIMAL && type.scale() != 0);
    }

    private void add(String condition, String what) {
        misfits.add(new Misfit(condition, what));
    }
}
