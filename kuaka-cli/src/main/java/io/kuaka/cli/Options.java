package io.kuaka.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands share. */
final class Options {
    static final int NORMAL = 1;
    static final int MORE = 2;
    static final int EVERYTHING = 3;

    @Option(
            names = {"-v", "--verbosity"},
            paramLabel = "0..3",
            defaultValue = "1",
            converter = Verbosity.class,
            description = "0 says nothing, 1 is normal, 2 says more, 3 says everything.")
    private int verbosity = NORMAL;

    @Option(names = "--url", paramLabel = "URL", description = "The JDBC address of the database.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", description = "The user of the database.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            fallbackValue = "",
            description = "The password; asked for when none is given here. Better: KUAKA_PASSWORD.")
    private @Nullable String password;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    int verbosity() {
        return verbosity;
    }

    @Nullable
    String url() {
        return url;
    }

    @Nullable
    String user() {
        return user;
    }

    /** Returns the password; empty when it is to be asked for. */
    @Nullable
    String password() {
        return password;
    }

    /** Lets only the numbers through that mean something. */
    static final class Verbosity implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.length() != 1 || text.charAt(0) < '0' || text.charAt(0) > '3') {
                throw new TypeConversionException("\"" + text + "\" isn't a number from 0 to 3");
            }
            return text.charAt(0) - '0';
        }
    }
}
