package io.kuaka.cli;

import io.kuaka.cli.arguments.CommandParameter;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.command.call.Spelling;
import io.kuaka.tooling.Workspace;
import io.kuaka.tooling.sources.BuildLayout;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs commands for Maven, in its JVM and in a class loader that sees Kuaka and the project alike.
 *
 * <p>Maven itself sees neither, so the two speak in types of the JDK only.
 */
public final class BuildTool {
    private static final CliContext NOWHERE = new CliContext(
            terminal(null, Writer.nullWriter(), Writer.nullWriter(), Spelling.LAUNCHER),
            new Workspace(Path.of(""), BuildTool.class.getClassLoader(), List.of(), Map.of()),
            Clock.systemUTC());

    private BuildTool() {}

    /** Returns what describes each command, by its name. */
    public static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> specs = new TreeMap<>();
        KuakaCommand.line(NOWHERE).getSubcommands().forEach((name, line) -> specs.put(name, line.getCommandSpec()));
        return specs;
    }

    /**
     * Runs a command in the folder of a project.
     *
     * @param parameters their values, by {@linkplain CommandParameter#name() name}; others are ignored
     * @param oneOfMany whether several modules get the command, so that one without entities is passed over
     * @param environment the variables of the environment
     * @param sources returns the source folder of a folder of classes; null if it isn't that of a module. It throws an
     *     {@link IllegalStateException} that says why if the module can't have migrations
     * @param in what a person types; null if nobody is there to answer
     * @return the exit code
     */
    public static int run(
            String command,
            Map<String, String> parameters,
            Path folder,
            boolean oneOfMany,
            Map<String, String> environment,
            Function<Path, @Nullable Path> sources,
            @Nullable Reader in,
            Writer out,
            Writer err) {
        ClassLoader loader = BuildTool.class.getClassLoader();
        Workspace workspace = Workspace.ofBuild(folder, loader, environment, new BuildLayout(sources));
        Terminal terminal = terminal(in, out, err, Spelling.MAVEN);
        CliContext context = new CliContext(terminal, workspace, Clock.systemUTC(), oneOfMany);
        return QuietLibraries.during(() -> run(context, command, parameters));
    }

    /** Runs a command in a context. */
    static int run(CliContext context, String command, Map<String, String> parameters) {
        List<String> arguments = new ArrayList<>(List.of(command));
        try {
            for (CommandParameter each : parameters(command)) {
                arguments.addAll(each.arguments(parameters.get(each.name())));
            }
        } catch (IllegalArgumentException e) {
            context.terminal().complain("Error: " + e.getMessage());
            return ExitCode.USAGE.code();
        }
        StringWriter complaints = new StringWriter();
        int code = KuakaCommand.run(context.complainingTo(complaints), arguments.toArray(String[]::new));
        if (code == ExitCode.ERROR.code() && complaints.toString().isBlank()) {
            context.terminal().complain("Error: " + findings(command));
        } else {
            context.terminal().err().print(complaints);
            context.terminal().err().flush();
        }
        return code;
    }

    /** A build tool makes an error of it that a command has found something, and an error has a message. */
    private static String findings(String command) {
        Object described = Objects.requireNonNull(commands().get(command)).userObject();
        return ((ProjectCommand) described).findings();
    }

    private static List<CommandParameter> parameters(String command) {
        return CommandParameter.of(
                Objects.requireNonNull(commands().get(command), () -> "There is no command " + command + "."));
    }

    private static Terminal terminal(@Nullable Reader in, Writer out, Writer err, Spelling spelling) {
        return new Terminal(
                new BufferedReader(in == null ? Reader.nullReader() : in),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                in != null,
                spelling);
    }
}
