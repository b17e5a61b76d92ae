package io.kuaka.data;

/** Java code that computes new values for one row. */
@FunctionalInterface
public interface RowCode {
    /**
     * Sets fields of a row, which is saved afterwards with the rest of its batch. A batch that has to be repeated gives
     * the same rows again, so the code must have no other effects.
     *
     * @throws Exception if the migration can't continue
     */
    void change(Row row) throws Exception;
}
