package io.kuaka.junit;

import io.kuaka.data.Models;

/** Inserts rows between migrations, for the next one to move forward and back. */
@FunctionalInterface
public interface SampleRows {
    /**
     * Inserts rows.
     *
     * @param migration the latest migration, as in {@code shop.0002_email}
     * @param models the models after it
     */
    void insert(String migration, Models models);
}
