package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.RoundTripReport;
import io.kuaka.command.trial.RoundTrip;
import io.kuaka.tooling.Application;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link RoundTrip} at the command line. */
@Command(
        name = "roundtrip",
        description = "Tries the migrations in an in-memory database: each forward, back, and forward again, with a"
                + " comparison of tables and rows. Exits with 1 if something differs or can't be reversed.")
final class RoundTripCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to try. Default: all apps.")
    private List<String> apps = List.of();

    @Option(
            names = "--verify-url",
            paramLabel = "URL",
            description = "Tries them in this database instead. It must be empty and is emptied again.")
    private @Nullable String verifyUrl;

    @Option(names = "--allow-irreversible", description = "Exits with 0 though migrations can't be reversed.")
    private boolean allowIrreversible;

    RoundTripCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        RoundTrip.Options options = new RoundTrip.Options(new TreeSet<>(apps), RoundTrip.Rows.none());
        RoundTrip.Result result = application.roundTrip(verifyUrl).run(options);
        new RoundTripReport(console).print(result);
        boolean isFine = result.failures().stream()
                .allMatch(failure -> allowIrreversible && failure.kind() == RoundTrip.Kind.IRREVERSIBLE);
        return isFine ? ExitCode.DONE : ExitCode.ERROR;
    }

    @Override
    String findings() {
        return "Some migrations don't make the round trip; they are listed above.";
    }
}
