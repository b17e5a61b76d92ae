package io.kuaka.data;

/** Code of a data migration: works on the models as they are at its point of history. */
@FunctionalInterface
public interface JavaCode {
    /**
     * Does the work, on the migration's connection and within its transaction where there is one.
     *
     * @throws Exception when the migration can't go on; it is rolled back where the database can
     */
    void run(Models models) throws Exception;
}
