package io.kuaka.cli;

import io.kuaka.command.OptimizeMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what {@link OptimizeMigration} does. */
@Command(
        name = "optimizemigration",
        description = "Makes the operations of a migration fewer, in its file. Needs no database.")
final class OptimizeMigrationCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The migration, or the start of its name.")
    private String name = "";

    @Option(names = "--check", description = "Writes nothing and ends with 1 when there is something to optimize.")
    private boolean check;

    OptimizeMigrationCommand(CliContext surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Application application, Console screen) {
        OptimizeMigration.Result result = new OptimizeMigration(application.project()).run(app, name, check);
        if (result.nothingToDo()) {
            screen.line("No optimizations possible.");
            return ExitCode.DONE;
        }
        screen.line("Optimizing from " + result.before() + " operations to " + result.after() + " operations.");
        if (check) {
            return ExitCode.ERROR;
        }
        screen.line("Optimized migration " + surroundings().relative(result.file()));
        return ExitCode.DONE;
    }
}
