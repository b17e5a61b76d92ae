package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.command.IndexMigrations;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@link IndexMigrations} at the command line. */
@Command(
        name = "indexmigrations",
        description =
                "Writes an index of the migrations beside the compiled classes, for native images and for starts that"
                        + " load no class of an applied migration. Needs no database.")
final class IndexMigrationsCommand extends ProjectCommand {
    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "The folder of classes or resources to write to. Default: the project's classes.")
    private @Nullable Path named;

    IndexMigrationsCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        Workspace workspace = context().workspace();
        IndexMigrations.Result result =
                new IndexMigrations(application.project()).run(new IndexMigrations.Options(folder(workspace)));
        result.files().forEach(file -> console.line("Wrote " + workspace.relative(file) + "."));
        if (result.files().isEmpty()) {
            console.line("The index is up to date (" + result.migrations()
                    + (result.migrations() == 1 ? " migration)." : " migrations)."));
        }
        return ExitCode.DONE;
    }

    private Path folder(Workspace workspace) {
        if (named == null) {
            return workspace
                    .ownClasses()
                    .orElseThrow(() -> new UsageException("No folder of classes below " + workspace.folder()
                            + " is on the class path. Name one with --folder=FOLDER."));
        }
        Path folder = workspace.folder().resolve(named);
        workspace.fileInTheWay(folder).ifPresent(file -> {
            throw new UsageException("--folder=" + named + " is no folder: there is a file "
                    + (file.equals(folder) ? "of that name" : "\"" + file.getFileName() + "\" on the way")
                    + ". Name a folder of classes or resources, such as target/classes.");
        });
        return folder;
    }
}
