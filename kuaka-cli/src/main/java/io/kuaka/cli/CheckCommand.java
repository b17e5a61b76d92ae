package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.command.CheckModels;
import io.kuaka.tooling.Application;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@link CheckModels} at the command line. */
@Command(
        name = "check",
        description =
                "Checks that the migrations can be loaded, don't conflict and describe all models. Needs no database.")
final class CheckCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to check. Default: all apps.")
    private List<String> apps = List.of();

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        SortedSet<String> changed = new CheckModels(application.project(), application.models())
                .run(new CheckModels.Options(new TreeSet<>(apps)))
                .changedApps();
        if (changed.isEmpty()) {
            console.line("No problems found.");
            return ExitCode.DONE;
        }
        context()
                .terminal()
                .err()
                .println("Error: The models of " + Console.quoted(changed)
                        + " have changes without a migration. Run makemigrations.");
        return ExitCode.ERROR;
    }
}
