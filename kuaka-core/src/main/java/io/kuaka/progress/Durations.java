package io.kuaka.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations in words. */
final class Durations {
    private static final int SECONDS = 60;
    private static final double MILLIS = 1000;

    private Durations() {}

    /** Returns a duration as in {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
        }
        if (seconds < SECONDS) {
            return seconds + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + seconds % SECONDS + " s"
                : duration.toHours() + " h " + duration.toMinutes() % SECONDS + " min";
    }
}
