package io.kuaka.cli;

import io.kuaka.cli.report.CheckReport;
import io.kuaka.cli.report.Console;
import io.kuaka.command.CheckMigrations;
import io.kuaka.command.CheckModels;
import io.kuaka.tooling.Application;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@link CheckModels} and {@link CheckMigrations} at the command line. */
@Command(
        name = "check",
        description =
                "Checks that the migrations can be loaded, don't conflict, describe all models and don't use their"
                        + " classes. Needs no database.")
final class CheckCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to check. Default: all apps.")
    private List<String> apps = List.of();

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        CheckReport report = new CheckReport(console, context().terminal()::complain);
        report.changedModels(new CheckModels(application.project(), application.models())
                .run(new CheckModels.Options(new TreeSet<>(apps)))
                .changedApps());
        report.migrations(new CheckMigrations(application.project(), application.models())
                .run(new CheckMigrations.Options(new TreeSet<>(apps))));
        return report.isFine() ? ExitCode.DONE : ExitCode.ERROR;
    }
}
