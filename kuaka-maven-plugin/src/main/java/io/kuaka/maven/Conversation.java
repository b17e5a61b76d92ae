package io.kuaka.maven;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * What a command says and hears through Maven.
 *
 * <p>Its output is printed as it is, so that SQL can be piped on. What goes wrong becomes the message of the failed build.
 */
final class Conversation {
    private final Log log;
    private final Charset charset =
            Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
    private final @Nullable Reader in;
    private final Writer out;
    private final StringWriter errors = new StringWriter();

    Conversation(MavenSession session, Log log) {
        this.log = log;
        this.in = session.getRequest().isInteractiveMode() && isTerminal()
                ? new InputStreamReader(System.in, charset)
                : null;
        this.out = new OutputStreamWriter(
                hasLoggedOutput(session) ? new FileOutputStream(FileDescriptor.out) : System.out, charset);
    }

    /** Maven 4 makes lines of its log of what is printed, and then a question would wait for the end of its line. */
    private static boolean hasLoggedOutput(MavenSession session) {
        return !session.getSystemProperties().getProperty("maven.version", "3").startsWith("3");
    }

    /** Since Java 22 there is a console without a terminal, too, and it can tell. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method tells = Console.class.getMethod("isTerminal");
            return (boolean) tells.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The console doesn't tell whether it is a terminal.", e);
        }
    }

    /** Returns what a person types; null if nobody is there to answer. */
    @Nullable
    Reader in() {
        return in;
    }

    Writer out() {
        return out;
    }

    Writer errors() {
        return errors;
    }

    /** Returns the verbosity that fits the options -q and -X of Maven. */
    String verbosity() {
        if (log.isDebugEnabled()) {
            return "3";
        }
        return log.isInfoEnabled() ? "1" : "0";
    }

    /**
     * Ends the conversation.
     *
     * @throws MojoFailureException when the command ended with another code than 0
     */
    void close(int exitCode) throws MojoFailureException {
        String said = errors.toString().strip().replaceFirst("^Error: ", "");
        if (exitCode != 0) {
            throw new MojoFailureException(said.isEmpty() ? "It ended with exit code " + exitCode + "." : said);
        }
        said.lines().forEach(log::warn);
    }
}
