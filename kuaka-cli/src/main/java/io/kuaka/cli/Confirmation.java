package io.kuaka.cli;

import java.util.Locale;

/**
 * Asks for confirmation to proceed.
 *
 * @param noInput whether to ask nothing
 */
record Confirmation(Terminal terminal, boolean noInput) {
    /** Returns whether there is somebody to ask. */
    boolean isPossible() {
        return terminal.interactive() && !noInput;
    }

    /** Asks, and returns whether the answer was yes; anything else is no. */
    boolean isGiven() {
        return terminal.ask("Do you wish to proceed? [y/N] ")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("y");
    }
}
