package io.kuaka.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of dates and times. */
public enum DatePart {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND;

    /** Returns the name of the function that takes this part of a value. */
    public String function() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the part that a function takes, if it is one of those. */
    public static Optional<DatePart> ofFunction(String name) {
        return Arrays.stream(values())
                .filter(part -> part.function().equals(name))
                .findFirst();
    }
}
