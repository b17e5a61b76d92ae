package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.InspectReport;
import io.kuaka.command.inspect.InspectDatabase;
import io.kuaka.entity.EntityOptions;
import io.kuaka.tooling.Application;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link InspectDatabase} at the command line. */
@Command(name = "inspectdb", description = "Writes JPA entities for the tables of the database.")
final class InspectDbCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "TABLE",
            arity = "0..*",
            description = "The tables, as name or schema.name. Default: all of the connection's schema.")
    private List<String> tables = List.of();

    @Option(names = "--package", paramLabel = "NAME", description = "The package of the entities.")
    private String packageName = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "The folder of sources to write to, e.g. src/main/java. Default: prints the entities.")
    private @Nullable Path out;

    @Option(names = "--schema", paramLabel = "NAME", description = "A further schema to look at; may be repeated.")
    private List<String> schemas = List.of();

    @Option(
            names = "--strip-prefix",
            paramLabel = "TEXT",
            description = "What the names of tables begin with and those of classes shall not, e.g. t_.")
    private String prefix = "";

    @Option(
            names = "--keys",
            paramLabel = "class|record|embedded",
            defaultValue = "class",
            description =
                    "The form of composite keys: @IdClass with a class (the default) or a record, or @EmbeddedId.")
    private EntityOptions.Keys keys = EntityOptions.Keys.CLASS;

    InspectDbCommand(CliContext context) {
        super(context);
    }

    /** A project without entities is what this command is for. */
    @Override
    ExitCode run(Supplier<Application> opening, Console console) {
        return run(opening.get(), console);
    }

    @Override
    ExitCode run(Application application, Console console) {
        Path folder = out;
        if (folder != null && packageName.isEmpty()) {
            throw new UsageException("--out needs --package: entities without a package can't have migrations.");
        }
        console.database(application.settings());
        InspectDatabase.Result result = new InspectDatabase(application.database())
                .run(new InspectDatabase.Options(
                        new TreeSet<>(tables),
                        new TreeSet<>(schemas),
                        new EntityOptions(packageName, prefix, keys, isJakarta32(application))));
        InspectReport report = new InspectReport(console, context().workspace());
        if (folder == null) {
            report.printed(result);
            return ExitCode.DONE;
        }
        List<Path> files = result.writeTo(context().workspace().folder().resolve(folder));
        formatFiles(application, files);
        report.written(result, files);
        return ExitCode.DONE;
    }

    /** Without Jakarta Persistence on the class path, the newest is meant. */
    private static boolean isJakarta32(Application application) {
        ClassLoader classes = application.project().classLoader();
        boolean hasSome = classes.getResource("jakarta/persistence/Entity.class") != null;
        return !hasSome || classes.getResource("jakarta/persistence/CheckConstraint.class") != null;
    }
}
