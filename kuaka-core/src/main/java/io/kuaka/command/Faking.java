package io.kuaka.command;

import java.util.List;

/**
 * Which migrations of a plan are only recorded in the history, without being run.
 *
 * @param isVerified whether that needs a database that is as if they had been run
 * @param accepted what it may have on top nevertheless
 */
public record Faking(Scope scope, boolean isVerified, List<AcceptedDrift> accepted) {
    public Faking {
        accepted = List.copyOf(accepted);
    }

    /** The migrations that are meant. */
    public enum Scope {
        NONE,
        /** The initial ones whose tables are all there. */
        INITIAL,
        ALL
    }

    /** Returns that each migration is run. */
    public static Faking none() {
        return new Faking(Scope.NONE, true, List.of());
    }

    /** Returns that each migration is recorded if the database is as if it had been run. */
    public static Faking all() {
        return new Faking(Scope.ALL, true, List.of());
    }

    /** Returns that initial migrations are recorded if their tables are there and as if they had been run. */
    public static Faking initial() {
        return new Faking(Scope.INITIAL, true, List.of());
    }

    /** Returns the same without looking at more than the names of tables. */
    public Faking unverified() {
        return new Faking(scope, false, accepted);
    }

    /**
     * Returns the same for a database that may have what these rules cover and no migration makes; what is missing counts
     * nevertheless. Rules whose last day is over are left out by the caller.
     */
    public Faking accepting(List<AcceptedDrift> rules) {
        return new Faking(scope, isVerified, rules);
    }

    boolean isAll() {
        return scope == Scope.ALL;
    }
}
