package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One migration of a plan and its direction.
 *
 * @param history the rows that the step adds to the history, or deletes when it reverses: those of the migration and of
 *      all that it replaces
 */
public record PlanStep(MigrationNode migration, Direction direction, SortedSet<MigrationKey> history) {
    public PlanStep {
        history = Collections.unmodifiableSortedSet(new TreeSet<>(history));
    }

    /** Returns the migration's name. */
    public MigrationKey key() {
        return migration.key();
    }
}
