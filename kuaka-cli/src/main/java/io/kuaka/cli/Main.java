package io.kuaka.cli;

import io.kuaka.tooling.Workspace;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the command line in the current folder, with the JVM's class path. */
public final class Main {
    /** Kept, for otherwise the garbage collector would take the level along with it. */
    private static final Logger LOGGER = Logger.getLogger("io.kuaka");

    private Main() {}

    public static void main(String[] arguments) {
        AtomicBoolean ended = new AtomicBoolean();
        Terminal terminal = Terminal.ofSystem();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(ended, terminal)));
        silenceDrivers();
        Workspace workspace = Workspace.current(Main.class.getClassLoader());
        int code;
        try {
            code = KuakaCommand.run(new CliContext(terminal, workspace, Clock.systemUTC()), arguments);
        } finally {
            ended.set(true);
        }
        System.exit(code);
    }

    /**
     * Keeps what drivers and libraries log from the terminal: a command says itself what failed. Whoever configures the
     * JDK's logging sees what that lets through.
     */
    private static void silenceDrivers() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LOGGER.setLevel(Level.INFO);
            Logger.getLogger("").setLevel(Level.OFF);
        }
    }

    /** Ctrl-C ends the JVM with a number of its own; a script is to get ours. */
    private static void cancel(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            terminal.err().println("\nCancelled.");
            Runtime.getRuntime().halt(ExitCode.ERROR.code());
        }
    }
}
