package io.kuaka.cli;

import static java.util.Map.entry;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.base.MigrationException;
import io.kuaka.cli.report.Verbosity;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.command.UnusableDriftRuleException;
import io.kuaka.command.inspect.InvalidPackageException;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.schema.UnknownDatabaseException;
import io.kuaka.tooling.MissingDatabaseException;
import io.kuaka.tooling.UnknownAliasException;
import io.kuaka.tooling.UnknownDefaultAppException;
import io.kuaka.tooling.UnknownProfileException;
import io.kuaka.tooling.UnknownSettingException;
import io.kuaka.tooling.UnresolvedSettingException;
import io.kuaka.tooling.UnusableAnswersException;
import io.kuaka.tooling.config.UnreadableSettingsException;
import io.kuaka.tooling.sources.UnusableSourcesException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what a command threw, and maps it to an exit code. Stack traces are printed only on request. */
final class ErrorPrinter implements IExecutionExceptionHandler {
    private static final Map<Class<?>, ExitCode> CODES = Map.ofEntries(
            entry(UnknownAppException.class, ExitCode.USAGE),
            entry(InvalidNameException.class, ExitCode.USAGE),
            entry(InvalidPackageException.class, ExitCode.USAGE),
            entry(UsageException.class, ExitCode.USAGE),
            entry(UnusableAnswersException.class, ExitCode.USAGE),
            entry(UnusableDriftRuleException.class, ExitCode.USAGE),
            entry(UnusableSourcesException.class, ExitCode.USAGE),
            entry(UnreadableSettingsException.class, ExitCode.USAGE),
            entry(UnknownSettingException.class, ExitCode.USAGE),
            entry(UnknownProfileException.class, ExitCode.USAGE),
            entry(UnknownDefaultAppException.class, ExitCode.USAGE),
            entry(UnresolvedSettingException.class, ExitCode.USAGE),
            entry(MissingDatabaseException.class, ExitCode.USAGE),
            entry(UnknownAliasException.class, ExitCode.USAGE),
            entry(UnknownDatabaseException.class, ExitCode.USAGE),
            entry(OpenQuestionsException.class, ExitCode.QUESTION),
            entry(UnconfirmedException.class, ExitCode.QUESTION),
            entry(DetectionStoppedException.class, ExitCode.QUESTION));

    private final Terminal terminal;

    ErrorPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        ProjectCommand command = line.getCommand();
        return print(e, command.options().verbosity());
    }

    /** Prints what a command threw and returns the exit code. */
    int print(Throwable e, Verbosity verbosity) {
        boolean expected = e instanceof MigrationException || e instanceof UncheckedIOException;
        if (expected) {
            terminal.complain("Error: " + e.getMessage());
        } else {
            terminal.complain("Error: " + e);
        }
        if (verbosity.includes(Verbosity.EVERYTHING)) {
            e.printStackTrace(terminal.err());
        } else if (!expected && isBug(e)) {
            terminal.complain("This is a bug in Kuaka. Run again with --verbosity=3 and report the output.");
        }
        return CODES.getOrDefault(e.getClass(), ExitCode.ERROR).code();
    }

    /** Returns whether Kuaka's own code failed: the first stack frame outside the JDK is Kuaka's. */
    private static boolean isBug(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Stream.of(root.getStackTrace())
                .filter(frame -> frame.getModuleName() == null)
                .findFirst()
                .map(frame -> frame.getClassName().startsWith("io.kuaka."))
                .orElse(true);
    }
}
