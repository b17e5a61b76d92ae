package io.kuaka.data;

/** Says whether a database has too much to do at the moment: its load, or how far a replica lags behind. */
@FunctionalInterface
public interface LoadCheck {
    /**
     * Returns whether the next batch has to wait. It is asked after each batch and, as long as it says so, once a
     * second, on the migration's connection and outside of transactions.
     *
     * @throws Exception if that can't be found out; the migration stops
     */
    boolean isTooHigh(Models models) throws Exception;
}
