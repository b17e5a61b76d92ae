package io.kuaka.command.adopt;

import java.util.Locale;

/**
 * A step that another tool has run.
 *
 * @param file its name, for messages
 * @param title what it is called there
 * @param sql its statements
 */
record KeptScript(String file, String title, String sql) {
    private static final int LENGTH = 40;

    /** Returns what a migration with this step is called, after its number. */
    String nameFragment() {
        String plain =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String cut = plain.length() > LENGTH ? plain.substring(0, LENGTH).replaceAll("_$", "") : plain;
        return cut.isEmpty() ? "script" : cut;
    }
}
