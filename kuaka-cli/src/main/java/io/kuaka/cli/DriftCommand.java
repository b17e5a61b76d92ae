package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.DriftReport;
import io.kuaka.command.Drift;
import io.kuaka.tooling.Application;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link Drift} at the command line. */
@Command(name = "drift", description = "Compares the database with what the migrations in its history make of it.")
final class DriftCommand extends ProjectCommand {
    /** In what form the result is printed. */
    private enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to compare. Default: all of the database.")
    private List<String> apps = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "The form of the result: text (the default) or json.")
    private Format format = Format.TEXT;

    DriftCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        Drift.Options options = new Drift.Options(
                new TreeSet<>(apps),
                application.acceptedDrift(),
                LocalDate.now(context().clock()));
        Drift command = new Drift(application.placed(), application.database());
        DriftReport report = new DriftReport(console);
        return switch (format) {
            case TEXT -> {
                console.database(application.settings());
                yield code(report.text(command.run(options)));
            }
            case JSON -> code(report.json(command.run(options)));
        };
    }

    private static ExitCode code(Drift.Result result) {
        return result.isFound() ? ExitCode.ERROR : ExitCode.DONE;
    }

    @Override
    String findings() {
        return "The database differs from its history; the differences are listed above.";
    }
}
