package io.kuaka.command;

/**
 * Which migrations of a plan are only recorded in the history, without being run.
 *
 * @param isVerified whether that needs a database that is as if they had been run
 */
public record Faking(Scope scope, boolean isVerified) {
    /** The migrations that are meant. */
    public enum Scope {
        NONE,
        /** The initial ones whose tables are all there. */
        INITIAL,
        ALL
    }

    /** Returns that each migration is run. */
    public static Faking none() {
        return new Faking(Scope.NONE, true);
    }

    /** Returns that each migration is recorded if the database is as if it had been run. */
    public static Faking all() {
        return new Faking(Scope.ALL, true);
    }

    /** Returns that initial migrations are recorded if their tables are there and as if they had been run. */
    public static Faking initial() {
        return new Faking(Scope.INITIAL, true);
    }

    /** Returns the same without looking at more than the names of tables. */
    public Faking unverified() {
        return new Faking(scope, false);
    }

    boolean isAll() {
        return scope == Scope.ALL;
    }
}
