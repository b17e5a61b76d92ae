package io.kuaka.schema.conversion;

import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Risk;
import io.kuaka.state.TypeFamily;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds numbers that another type can't hold. */
final class NumberGuards {
    /** The number of digits that every database reads from a text, in total and after the point. */
    private static final int DIGITS_IN_TEXT = 65;

    private static final int FRACTION_IN_TEXT = 30;

    private final TypeConversion conversion;
    private final String number;
    private final ColumnType from;
    private final ColumnType to;

    /**
     * A kind of values that don't fit.
     *
     * @param condition SQL that finds them
     * @param what the end of a sentence: what the column has
     */
    record Misfit(String condition, String what) {}

    private NumberGuards(TypeConversion conversion, String number, ColumnType from, ColumnType to) {
        this.conversion = conversion;
        this.number = number;
        this.from = from;
        this.to = to;
    }

    /** Returns which numbers of one type don't fit another. */
    static List<Misfit> of(TypeConversion conversion, String number, ColumnType from, ColumnType to) {
        NumberGuards guards = new NumberGuards(conversion, number, from, to);
        List<Misfit> misfits = new ArrayList<>();
        for (Risk risk : ConversionRules.risks(from, to)) {
            guards.addFor(risk, misfits);
        }
        return misfits;
    }

    /** Returns which numbers in texts don't fit; {@code areWhole} if only whole numbers are left. */
    static List<Misfit> ofTexts(TypeConversion conversion, String number, boolean areWhole, ColumnType to) {
        return of(conversion, number, ColumnType.decimal(DIGITS_IN_TEXT, areWhole ? 0 : FRACTION_IN_TEXT), to);
    }

    private void addFor(Risk risk, List<Misfit> misfits) {
        switch (risk) {
            case FRACTION ->
                misfits.add(new Misfit(
                        number + " <> " + conversion.whole(number),
                        "has values with a fraction, which would be lost."));
            case RANGE -> misfits.add(new Misfit(isTooLarge(), "has values too large for its new type."));
            case PRECISION ->
                misfits.add(new Misfit(
                        "abs(" + number + ") > " + largest(),
                        "has values too large for its new type to hold exactly."));
            case SCALE -> {
                int scale = to.withDefaultPrecision().digitsAfterPoint();
                misfits.add(new Misfit(
                        number + " <> " + conversion.rounded(number, scale),
                        "has values with more than " + scale + " digits after the point."));
            }
            case WHOLE_DIGITS -> {
                int digits = to.withDefaultPrecision().digitsBeforePoint();
                misfits.add(new Misfit(
                        "abs(" + number + ") >= " + BigDecimal.TEN.pow(digits).toPlainString(),
                        "has values with more than " + digits + " digits before the point."));
            }
            case TRUTH_VALUE -> misfits.add(new Misfit(number + " not in (0, 1)", "has values other than 0 and 1."));
            case ORDINAL ->
                misfits.add(new Misfit(
                        number + " not between 0 and " + largest(), "has values other than 0 to " + largest() + "."));
            case REMOVED_CONSTANTS, FORM, LENGTH, TIME_OF_DAY, SECONDS, OFFSET, UNKNOWN -> {}
        }
    }

    private String isTooLarge() {
        return from.family() == TypeFamily.FLOATING && to.family() == TypeFamily.FLOATING
                ? "abs(" + number + ") > " + Float.MAX_VALUE
                : number + " not between " + (-largest() - 1) + " and " + largest();
    }

    private long largest() {
        return to.largest().orElseThrow();
    }
}
