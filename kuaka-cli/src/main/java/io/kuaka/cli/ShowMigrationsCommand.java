package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.ShowReport;
import io.kuaka.command.ShowMigrations;
import io.kuaka.graph.ConflictingMigrationsException;
import io.kuaka.tooling.Application;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link ShowMigrations} at the command line. */
@Command(name = "showmigrations", description = "Lists the migrations, applied and pending.")
final class ShowMigrationsCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to list. Default: all apps.")
    private List<String> apps = List.of();

    @Option(
            names = {"-l", "--list"},
            description = "Lists the migrations of each app (the default).")
    private boolean list;

    @Option(
            names = {"-p", "--plan"},
            description = "Lists the migrations in the order in which they are applied.")
    private boolean plan;

    ShowMigrationsCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        if (list && plan) {
            throw new UsageException("--list and --plan exclude each other.");
        }
        console.database(application.settings());
        ShowMigrations.Result result = new ShowMigrations(application.placed(), application.database())
                .run(new ShowMigrations.Options(new TreeSet<>(apps)));
        ShowReport report = new ShowReport(console);
        if (plan) {
            report.order(result);
        } else {
            report.apps(result);
        }
        report.agreement(result);
        report.runs(result);
        if (!result.conflicts().isEmpty()) {
            context().terminal().complain(ConflictingMigrationsException.words(result.conflicts()));
        }
        return ExitCode.DONE;
    }
}
