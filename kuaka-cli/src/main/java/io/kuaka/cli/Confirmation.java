package io.kuaka.cli;

import java.util.Locale;

/**
 * Asks whether to go on.
 *
 * @param noInput whether nothing is to be asked
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
