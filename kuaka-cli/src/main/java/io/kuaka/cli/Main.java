package io.kuaka.cli;

import io.kuaka.cli.terminal.Terminal;
import io.kuaka.tooling.ProjectFolder;
import io.kuaka.tooling.Workspace;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the command line in the current folder, with the JVM's class path and, apart from it, the project's folder. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        AtomicBoolean ended = new AtomicBoolean();
        Terminal terminal = Terminal.ofSystem();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(ended, terminal)));
        ClassLoader loader = ProjectFolder.under(Main.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        Workspace workspace = Workspace.current(loader);
        int code;
        try {
            code = QuietLibraries.during(
                    () -> KuakaCommand.run(new CliContext(terminal, workspace, Clock.systemUTC()), arguments));
        } finally {
            ended.set(true);
        }
        System.exit(code);
    }

    /** Ctrl-C ends the JVM with an exit code of its own; scripts should get ours. */
    private static void cancel(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            terminal.err().println("\nCancelled.");
            Runtime.getRuntime().halt(ExitCode.ERROR.code());
        }
    }
}
