package io.kuaka.cli;

import io.kuaka.cli.terminal.Terminal;
import io.kuaka.tooling.Workspace;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;

/**
 * The context of a command: its terminal, its workspace and its clock.
 *
 * @param oneOfMany whether the command runs in several modules, so that those without entities are skipped
 */
record CliContext(Terminal terminal, Workspace workspace, Clock clock, boolean oneOfMany) {
    CliContext(Terminal terminal, Workspace workspace, Clock clock) {
        this(terminal, workspace, clock, false);
    }

    /** Returns this context with another place for what isn't as it should be. */
    CliContext complainingTo(Writer errors) {
        return new CliContext(terminal.complainingTo(new PrintWriter(errors, true)), workspace, clock, oneOfMany);
    }
}
