package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.command.SqlMigrate;
import io.kuaka.graph.Direction;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.Dialects;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.ScriptFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link SqlMigrate} at the command line. */
@Command(name = "sqlmigrate", description = "Prints the SQL of a migration. Needs no database.")
final class SqlMigrateCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The migration, or the beginning of its name.")
    private String name = "";

    @Option(names = "--backwards", description = "Prints the SQL that reverses the migration.")
    private boolean backwards;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "The target database, e.g. postgresql. Default: the configured database.")
    private @Nullable String dialect;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the SQL to this file instead.")
    private @Nullable Path out;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    SqlMigrateCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        Dialect target = Optional.ofNullable(dialect)
                .map(Dialects::named)
                .or(() -> application.settings().dialect())
                .orElseThrow(() ->
                        new UsageException("No target database is configured. Name one, e.g. --dialect=postgresql, or"
                                + " configure a database as for migrate."));
        Direction direction = backwards ? Direction.BACKWARD : Direction.FORWARD;
        SqlMigrate.Result result = new SqlMigrate(application.placed(), target)
                .run(new SqlMigrate.Options(app, name, direction, limits.limits()));
        String sql = result.script().text().stripTrailing();
        if (out == null) {
            console.verbatim(sql);
        } else {
            new ScriptFile(context().workspace().folder().resolve(out)).write(sql);
            console.line("Wrote " + out + ".");
        }
        return ExitCode.DONE;
    }
}
