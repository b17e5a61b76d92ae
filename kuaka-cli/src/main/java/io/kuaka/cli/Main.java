package io.kuaka.cli;

import io.kuaka.tooling.Workspace;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the command line in the current folder, with the JVM's class path. */
public final class Main {
    /** Kept in a field: otherwise the logger could be garbage collected, and its level with it. */
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
     * Keeps the logs of drivers and libraries off the terminal, because commands report failures themselves. With a
     * configuration of the JDK's logging, that decides.
     */
    private static void silenceDrivers() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LOGGER.setLevel(Level.INFO);
            Logger.getLogger("").setLevel(Level.OFF);
        }
    }

    /** Ctrl-C ends the JVM with an exit code of its own; scripts should get ours. */
    private static void cancel(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            terminal.err().println("\nCancelled.");
            Runtime.getRuntime().halt(ExitCode.ERROR.code());
        }
    }
}
