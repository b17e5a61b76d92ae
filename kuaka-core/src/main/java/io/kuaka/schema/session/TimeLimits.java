package io.kuaka.schema.session;

import java.time.Duration;

/**
 * How long the statements of migrations may wait and run.
 *
 * @param lock how long a statement that needs a strong lock waits for it, while others wait behind it; zero for as long as
 *      the database is set up for
 * @param statement how long a statement may take; zero for any time
 * @param attempts how often a statement is tried that doesn't get its lock
 * @param transactionsOnly whether only transactions are limited
 */
public record TimeLimits(Duration lock, Duration statement, int attempts, boolean transactionsOnly) {
    private static final TimeLimits NONE = new TimeLimits(Duration.ZERO, Duration.ZERO, 1, false);
    private static final TimeLimits STANDARD = new TimeLimits(Duration.ofSeconds(5), Duration.ZERO, 5, false);

    /** Returns the default limits. */
    public static TimeLimits standard() {
        return STANDARD;
    }

    /** Returns no limits. */
    public static TimeLimits none() {
        return NONE;
    }

    /** Returns the default number of attempts with other limits. */
    public static TimeLimits of(Duration lock, Duration statement) {
        return new TimeLimits(lock, statement, STANDARD.attempts(), false);
    }

    /** Returns these limits for transactions only: other settings would stay in a session that others get. */
    public TimeLimits withoutSessions() {
        return new TimeLimits(lock, statement, attempts, true);
    }

    /** Returns the limits for statements outside of transactions. */
    public TimeLimits ofSession() {
        return transactionsOnly ? NONE : this;
    }

    /** Returns the time between an attempt, counted from 1, and the next one; it grows with each. */
    public Duration pauseAfter(int attempt) {
        return lock.multipliedBy(1L << (attempt - 1)).dividedBy(2);
    }
}
