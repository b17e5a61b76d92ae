package io.kuaka.cli;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.base.MigrationException;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.tooling.UnusableAnswersException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into words and an exit code. A stack trace is for those who ask for it. */
final class ErrorPrinter implements IExecutionExceptionHandler {
    private static final Map<Class<?>, ExitCode> CODES = Map.of(
            UnknownAppException.class, ExitCode.USAGE,
            InvalidNameException.class, ExitCode.USAGE,
            UnusableAnswersException.class, ExitCode.USAGE,
            UsageException.class, ExitCode.USAGE,
            OpenQuestionsException.class, ExitCode.QUESTION,
            UnconfirmedException.class, ExitCode.QUESTION,
            DetectionStoppedException.class, ExitCode.QUESTION);

    private final PrintWriter err;

    ErrorPrinter(Terminal terminal) {
        this.err = terminal.err();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        boolean expected = e instanceof MigrationException || e instanceof UncheckedIOException;
        ProjectCommand command = line.getCommand();
        if (expected) {
            err.println("Error: " + e.getMessage());
        } else {
            err.println("Error: " + e);
        }
        if (command.options().verbosity().includes(Verbosity.EVERYTHING)) {
            e.printStackTrace(err);
        } else if (!expected) {
            err.println("This is a defect of Kuaka. Run again with --verbosity 3 and report what it prints.");
        }
        return CODES.getOrDefault(e.getClass(), ExitCode.ERROR).code();
    }
}
