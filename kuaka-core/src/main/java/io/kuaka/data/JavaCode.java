package io.kuaka.data;

/** Code of a data migration, which works on the models as they are at its point of history. */
@FunctionalInterface
public interface JavaCode {
    /**
     * Does the work, on the migration's connection and within its transaction, if there is one.
     *
     * @throws Exception if the migration can't continue; it is rolled back if the database supports that
     */
    void run(Models models) throws Exception;
}
