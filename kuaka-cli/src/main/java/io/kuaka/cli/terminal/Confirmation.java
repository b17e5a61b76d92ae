package io.kuaka.cli.terminal;

import java.util.Locale;

/**
 * Asks for confirmation to proceed.
 *
 * @param noInput whether to ask nothing
 */
public record Confirmation(Terminal terminal, boolean noInput) {
    /** Returns whether there is somebody to ask. */
    public boolean isPossible() {
        return terminal.interactive() && !noInput;
    }

    /** Asks, and returns whether the answer was yes; anything else is no. */
    public boolean isGiven() {
        return terminal.ask("Do you wish to proceed? [y/N] ")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("y");
    }
}
