package io.kuaka.progress;

import java.util.OptionalLong;

/** Is told how far Java code got with the rows of a table. */
@FunctionalInterface
public interface RowProgress {
    /**
     * Some more rows are done.
     *
     * @param table the name of the table
     * @param done how many rows are done, since the loop or the migration began
     * @param all about how many there are; empty if that is unknown
     * @param position the last of them, as in {@code id 4711}; empty if the rows have no order
     */
    void reached(String table, long done, OptionalLong all, String position);

    /** Returns the one that nobody listens to. */
    static RowProgress unobserved() {
        return (table, done, all, position) -> {};
    }
}
