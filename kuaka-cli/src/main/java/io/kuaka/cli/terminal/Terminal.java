package io.kuaka.cli.terminal;

import io.kuaka.command.call.Spelling;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Where input comes from and output goes to.
 *
 * @param interactive whether a person can answer
 * @param spelling how commands are typed there
 */
public record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive, Spelling spelling) {
    /** Set by the launcher, which can tell a terminal from a pipe; Java can't before version 22. */
    private static final String INTERACTIVE = "kuaka.interactive";

    /** Returns the terminal of this process. */
    public static Terminal ofSystem() {
        String encoding = System.getProperty("native.encoding", "UTF-8");
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", encoding));
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                new PrintWriter(new OutputStreamWriter(System.out, charset), true),
                new PrintWriter(new OutputStreamWriter(System.err, charset), true),
                Boolean.getBoolean(INTERACTIVE),
                Spelling.LAUNCHER);
    }

    /** Returns this terminal with another place for what isn't as it should be. */
    public Terminal complainingTo(PrintWriter errors) {
        return new Terminal(in, out, errors, interactive, spelling);
    }

    /** Returns whether a text that was printed can be erased again. */
    public boolean erases() {
        return interactive && !"dumb".equals(System.getenv("TERM"));
    }

    /** Prints what isn't as it should be, and the way out. */
    public void complain(String message) {
        err.println(spelling.in(message));
    }

    /** Asks a question and returns the trimmed answer; empty if the input has ended. */
    public Optional<String> ask(String prompt) {
        out.print(prompt);
        out.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a password without echoing it. Before Java 22 there is no console without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public Optional<String> askSecret(String prompt) {
        Console console = System.console();
        return console == null
                ? ask(prompt)
                : Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
    }
}
