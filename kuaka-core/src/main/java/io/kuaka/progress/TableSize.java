package io.kuaka.progress;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * About how large a table is, as the statistics of its database have it. They are as old as the last time that the
 * database collected them.
 *
 * @param bytes the space that it needs; empty if the database doesn't say
 */
public record TableSize(String table, long rows, OptionalLong bytes) {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final double STEP = 1024;

    /** Returns it in words, as in {@code about 20,000 rows, 12.3 MB}. */
    public String words() {
        String space = bytes.isPresent() ? ", " + space(bytes.getAsLong()) : "";
        return String.format(Locale.ROOT, "about %,d rows", rows) + space;
    }

    private static String space(long bytes) {
        double amount = bytes / STEP;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
