package io.kuaka.cli;

import io.kuaka.base.EditDistance;
import io.kuaka.cli.arguments.ArgumentOrder;
import io.kuaka.cli.arguments.Version;
import io.kuaka.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: its commands, and the handling of their errors. */
@Command(
        name = "kuaka",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Django-style migrations for Java.",
        footer = {
            "",
            "Run in the folder of a Maven or Gradle project: kuaka makemigrations, then kuaka migrate.",
            "Help for a command: kuaka migrate --help"
        })
final class KuakaCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command in the arguments and returns the exit code. */
    static int run(CliContext context, String... arguments) {
        CommandLine line = line(context);
        Terminal terminal = context.terminal();
        line.setCaseInsensitiveEnumValuesAllowed(true).setOut(terminal.out()).setErr(terminal.err());
        Set<String> names = line.getSubcommands().keySet();
        List<String> ordered = ArgumentOrder.commandFirst(List.of(arguments), names);
        Optional<String> unknown = ArgumentOrder.unknownCommand(ordered, names);
        if (unknown.isPresent()) {
            // Otherwise a --help after it would make it a success.
            return unknown(unknown.get(), line, terminal);
        }
        int code = line.setExecutionExceptionHandler(new ErrorPrinter(terminal))
                .setParameterExceptionHandler((wrong, all) -> explain(wrong, terminal))
                .execute(ordered.toArray(String[]::new));
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** Returns the command line with all its commands. */
    static CommandLine line(CliContext context) {
        CommandLine line = new CommandLine(new KuakaCommand());
        for (ProjectCommand command : commands(context)) {
            line.addSubcommand(command);
        }
        return line.addSubcommand(new HelpCommand());
    }

    private static int unknown(String name, CommandLine line, Terminal terminal) {
        ParameterException wrong = new UnmatchedArgumentException(line, List.of(name));
        int code = explain(wrong, terminal);
        line.getErr().flush();
        return code;
    }

    private static int explain(ParameterException wrong, Terminal terminal) {
        CommandLine line = wrong.getCommandLine();
        terminal.complain(message(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            terminal.complain(wayOut(unmatched));
        } else {
            line.usage(line.getErr());
        }
        return ExitCode.USAGE.code();
    }

    /** Names the commands or options that somebody may have meant, or where all of them are. */
    private static String wayOut(UnmatchedArgumentException wrong) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        String typed = wrong.getUnmatched().get(0).split("=", 2)[0];
        Stream<String> known = wrong.isUnknownOption()
                ? spec.options().stream().filter(option -> !option.hidden()).map(OptionSpec::longestName)
                : spec.subcommands().keySet().stream();
        SortedMap<Integer, List<String>> byDistance = known.filter(name -> EditDistance.isNear(typed, name))
                .collect(Collectors.groupingBy(
                        name -> EditDistance.between(typed, name), TreeMap::new, Collectors.toList()));
        List<String> near = byDistance.values().stream().findFirst().orElse(List.of());
        return near.isEmpty()
                ? "'" + spec.qualifiedName() + " --help' lists what there is."
                : "Did you mean " + String.join(" or ", near) + "?";
    }

    private static String message(ParameterException wrong) {
        boolean isWholeLine = wrong.getCommandLine().getParent() == null;
        if (isWholeLine && wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return "Unknown command \"" + unmatched.getUnmatched().get(0) + "\".";
        }
        if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            // What follows the name may be a password, as in --pasword=secret.
            return "Unknown option: '" + unmatched.getUnmatched().get(0).split("=", 2)[0] + "'";
        }
        return String.valueOf(wrong.getMessage());
    }

    private static List<ProjectCommand> commands(CliContext context) {
        return List.of(
                new CheckCommand(context),
                new MakeMigrationsCommand(context),
                new MigrateCommand(context),
                new ShowMigrationsCommand(context),
                new SqlMigrateCommand(context),
                new RoundTripCommand(context),
                new DriftCommand(context),
                new AdoptCommand(context),
                new InspectDbCommand(context),
                new DoctorCommand(context),
                new OptimizeMigrationCommand(context),
                new SquashMigrationsCommand(context),
                new IndexMigrationsCommand(context),
                new UnlockCommand(context));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
