package io.kuaka.recorder;

import java.util.Locale;

/**
 * What a run records with each migration in the history.
 *
 * @param fence what the run writes with
 * @param version the release of Kuaka
 * @param runBy who runs it, as in {@code anna@build-7, process 4711}
 * @param database the database on which it runs, if it can be told from others
 */
public record Signature(Fence fence, String version, String runBy, How how, String database) {
    /** Makes one for a database that can't be told from others. */
    public Signature(Fence fence, String version, String runBy, How how) {
        this(fence, version, runBy, how, "");
    }

    /** How a migration got into the history. */
    public enum How {
        /** Its statements were run. */
        RUN,
        /** Nothing was run. */
        FAKE,
        /** Nothing was run; the database was as if it had been. */
        FAKE_VERIFIED,
        /** Nothing was run; the tables were there before the history, and as if it had been. */
        ADOPTED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
