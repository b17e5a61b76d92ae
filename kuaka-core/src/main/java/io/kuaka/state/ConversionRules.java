package io.kuaka.state;

import io.kuaka.base.Internal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which types can be changed to which, on every database alike, and what may be lost.
 *
 * <p>A change is possible between types whose values mean the same, so it can be reversed. Databases differ in what
 * they convert, and some convert almost anything: MariaDB makes a date of the number 7. The guards that look for values
 * that would be lost, the descriptions of losses and the detectors all ask here, so they can't disagree.
 */
@Internal
public final class ConversionRules {
    /** What happens to the values when a column's type changes. */
    public enum Verdict {
        /** All values stay what they are. */
        LOSSLESS,
        /** Values that don't fit make the change fail; all others stay what they are. */
        CHECKED,
        /** No value of the one type is a value of the other. */
        REFUSED
    }

    /** A reason why values of one type may not be values of another. */
    public enum Risk {
        /** The enumeration has lost constants. */
        REMOVED_CONSTANTS,
        /** A text, or bytes, may not have the form of the new type. */
        FORM,
        /** A whole number has no digits after the point. */
        FRACTION,
        /** The new type's largest value is smaller. */
        RANGE,
        /** A floating point number holds whole numbers exactly only up to a limit. */
        PRECISION,
        /** The new type has fewer digits after the point. */
        SCALE,
        /** The new type has fewer digits before the point. */
        WHOLE_DIGITS,
        /** A truth value is 0 or 1. */
        TRUTH_VALUE,
        /** An enumeration's constant has a position. */
        ORDINAL,
        /** The new type holds fewer characters or bytes. */
        LENGTH,
        /** A date has no time of day. */
        TIME_OF_DAY,
        /** The new type has fewer fractional digits of a second. */
        SECONDS,
        /** The new type has no offset, so its times are taken as UTC. */
        OFFSET,
        /** Only the database knows. */
        UNKNOWN
    }

    private final ColumnType from;
    private final ColumnType to;
    private final Set<Risk> risks = EnumSet.noneOf(Risk.class);

    private ConversionRules(ColumnType from, ColumnType to) {
        this.from = from;
        this.to = to;
    }

    /** Returns what happens to the values when a column's type changes. */
    public static Verdict of(ColumnType from, ColumnType to) {
        if (!isPossible(from, to)) {
            return Verdict.REFUSED;
        }
        return risks(from, to).isEmpty() ? Verdict.LOSSLESS : Verdict.CHECKED;
    }

    /** Returns why values may not fit their new type, in the order in which they are checked; empty if all fit. */
    public static Set<Risk> risks(ColumnType from, ColumnType to) {
        ConversionRules rules = new ConversionRules(from, to);
        if (!from.equals(to)) {
            rules.addRisks();
        }
        return Collections.unmodifiableSet(rules.risks);
    }

    private static boolean isPossible(ColumnType from, ColumnType to) {
        TypeFamily source = from.family();
        TypeFamily target = to.family();
        return source == target
                || source.isOpen()
                || target.isOpen()
                || targets(source).contains(target);
    }

    /** Returns the families that values of {@code source} can be converted to, apart from itself and the open ones. */
    private static Set<TypeFamily> targets(TypeFamily source) {
        return switch (source) {
            case BOOLEAN -> EnumSet.of(TypeFamily.TEXT, TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOATING);
            case INTEGER, DECIMAL, FLOATING ->
                EnumSet.of(
                        TypeFamily.INTEGER,
                        TypeFamily.DECIMAL,
                        TypeFamily.FLOATING,
                        TypeFamily.TEXT,
                        TypeFamily.BOOLEAN,
                        TypeFamily.ORDINAL_ENUM);
            case TEXT -> EnumSet.complementOf(EnumSet.of(TypeFamily.ORDINAL_ENUM));
            case BYTES -> EnumSet.of(TypeFamily.TEXT, TypeFamily.UUID);
            case UUID -> EnumSet.of(TypeFamily.TEXT, TypeFamily.BYTES);
            case DATE -> EnumSet.of(TypeFamily.TEXT, TypeFamily.TIMESTAMP);
            case TIMESTAMP -> EnumSet.of(TypeFamily.TEXT, TypeFamily.DATE, TypeFamily.INSTANT);
            case INSTANT -> EnumSet.of(TypeFamily.TEXT, TypeFamily.TIMESTAMP);
            case TIME, JSON, XML -> EnumSet.of(TypeFamily.TEXT);
            case NAMED_ENUM -> EnumSet.of(TypeFamily.TEXT, TypeFamily.ORDINAL_ENUM);
            case ORDINAL_ENUM ->
                EnumSet.of(TypeFamily.NAMED_ENUM, TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOATING);
            case NETWORK, ARRAY, OTHER -> EnumSet.allOf(TypeFamily.class);
        };
    }

    private void addRisks() {
        TypeFamily source = from.family();
        TypeFamily target = to.family();
        add(Risk.UNKNOWN, source.isOpen() || target.isOpen());
        add(
                Risk.REMOVED_CONSTANTS,
                target.isEnumeration() && source.isEnumeration() && !to.values().containsAll(from.values()));
        add(Risk.FORM, source == TypeFamily.TEXT && target != TypeFamily.TEXT && target != TypeFamily.BYTES);
        add(Risk.FORM, source == TypeFamily.BYTES && target != TypeFamily.BYTES);
        if (source.isNumber() || source == TypeFamily.ORDINAL_ENUM) {
            addRisksOfNumber();
        }
        add(Risk.LENGTH, target == TypeFamily.TEXT && mayBeTooLong(from.longestText()));
        add(Risk.LENGTH, target == TypeFamily.BYTES && mayBeTooLong(from.longestBytes()));
        add(Risk.TIME_OF_DAY, source == TypeFamily.TIMESTAMP && target == TypeFamily.DATE);
        add(Risk.SECONDS, source.hasSeconds() && target.hasSeconds() && to.secondDigits() < from.secondDigits());
        add(
                Risk.OFFSET,
                target == TypeFamily.TIME
                        && from.kind().hasOffset()
                        && !to.kind().hasOffset());
    }

    /** Of two long types, the lengths are those of sizes; but national ones have no size on MariaDB. */
    private boolean mayBeTooLong(int longest) {
        boolean isNational = from.kind() == ColumnType.Kind.NTEXT || from.kind() == ColumnType.Kind.NCLOB;
        boolean haveSizes = from.kind().isLong() && to.kind().isLong() && !isNational;
        return !to.holdsLength(haveSizes ? from.lengthOr(Integer.MAX_VALUE) : longest);
    }

    private void addRisksOfNumber() {
        TypeFamily target = to.family();
        add(Risk.FRACTION, from.hasFractions() && (target == TypeFamily.INTEGER || target == TypeFamily.ORDINAL_ENUM));
        add(Risk.RANGE, target == TypeFamily.INTEGER && exceedsLargest());
        add(Risk.RANGE, from.kind() == ColumnType.Kind.DOUBLE && to.kind() == ColumnType.Kind.REAL);
        add(Risk.PRECISION, target == TypeFamily.FLOATING && from.family() != TypeFamily.FLOATING && exceedsLargest());
        if (target == TypeFamily.DECIMAL) {
            addRisksOfDecimal(to.withDefaultPrecision());
        }
        add(Risk.TRUTH_VALUE, target == TypeFamily.BOOLEAN);
        add(Risk.ORDINAL, target == TypeFamily.ORDINAL_ENUM && from.family() != TypeFamily.ORDINAL_ENUM);
    }

    /** More digits after the point leave fewer before it. */
    private void addRisksOfDecimal(ColumnType decimal) {
        boolean isUnlimited = from.family() == TypeFamily.DECIMAL && from.length() == ColumnType.UNSET;
        boolean isLongerAfterPoint =
                from.family() == TypeFamily.DECIMAL && from.digitsAfterPoint() > decimal.digitsAfterPoint();
        add(Risk.SCALE, from.family() == TypeFamily.FLOATING || isUnlimited || isLongerAfterPoint);
        add(Risk.WHOLE_DIGITS, from.digitsBeforePoint() > decimal.digitsBeforePoint());
    }

    /** A floating point number has no largest value, only one up to which it is exact. */
    private boolean exceedsLargest() {
        OptionalLong limit = to.largest();
        OptionalLong largest = from.family() == TypeFamily.FLOATING ? OptionalLong.empty() : from.largest();
        return limit.isPresent() && (largest.isEmpty() || largest.getAsLong() > limit.getAsLong());
    }

    private void add(Risk risk, boolean isThere) {
        if (isThere) {
            risks.add(risk);
        }
    }

    /** Returns whether the change needs a statement even where the database spells both types alike. */
    public static boolean needsLook(ColumnType before, ColumnType after) {
        return (before.family() == TypeFamily.BYTES && after.family() == TypeFamily.UUID)
                || (before.family() == TypeFamily.TEXT && after.family() == TypeFamily.JSON);
    }

    /** Returns whether constants of an enumeration are stored otherwise: as positions instead of names, or at other positions. */
    public static boolean changesEnumStorage(ColumnType before, ColumnType after) {
        if (!before.family().isEnumeration() || !after.family().isEnumeration()) {
            return false;
        }
        return before.family() != after.family()
                || (before.family() == TypeFamily.ORDINAL_ENUM && positionsMove(before, after));
    }

    private static boolean positionsMove(ColumnType before, ColumnType after) {
        return before.values().stream()
                .filter(after.values()::contains)
                .anyMatch(value ->
                        before.values().indexOf(value) != after.values().indexOf(value));
    }
}
