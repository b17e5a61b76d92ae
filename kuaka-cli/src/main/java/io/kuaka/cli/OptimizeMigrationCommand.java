package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.command.OptimizeMigration;
import io.kuaka.tooling.Application;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link OptimizeMigration} at the command line. */
@Command(
        name = "optimizemigration",
        description = "Reduces the operations of a migration, in its file. Needs no database.")
final class OptimizeMigrationCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The migration, or the beginning of its name.")
    private String name = "";

    @Option(names = "--check", description = "Writes nothing and exits with 1 if there is something to optimize.")
    private boolean check;

    OptimizeMigrationCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        OptimizeMigration.Result result =
                new OptimizeMigration(application.project()).run(new OptimizeMigration.Options(app, name, check));
        if (result.nothingToDo()) {
            console.line("No optimizations possible.");
            return ExitCode.DONE;
        }
        console.line("Optimizing from " + result.before() + " operations to " + result.after() + " operations.");
        if (check) {
            return ExitCode.ERROR;
        }
        formatFiles(application, List.of(result.file()));
        console.line("Optimized migration " + context().workspace().relative(result.file()));
        return ExitCode.DONE;
    }

    @Override
    String findings() {
        return "The migration has more operations than it needs.";
    }
}
