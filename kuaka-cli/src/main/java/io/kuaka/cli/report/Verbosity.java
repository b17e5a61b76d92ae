package io.kuaka.cli.report;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much a command prints, by level. */
public enum Verbosity {
    /** Errors and requested results only. */
    QUIET("0"),
    NORMAL("1"),
    MORE("2"),
    EVERYTHING("3");

    private final String number;

    Verbosity(String number) {
        this.number = number;
    }

    public boolean includes(Verbosity other) {
        return compareTo(other) >= 0;
    }

    /** Accepts only existing levels. */
    public static final class Converter implements ITypeConverter<Verbosity> {
        @Override
        public Verbosity convert(String text) {
            for (Verbosity verbosity : values()) {
                if (text.equals(verbosity.number)) {
                    return verbosity;
                }
            }
            throw new TypeConversionException("\"" + text + "\" isn't a number from 0 to 3");
        }
    }
}
