package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The migrations to run, in order.
 *
 * <p>A value without a connection: it can be run on any database with the history that it was made for.
 *
 * @param alsoRecord squashes to record at the end, because all that they replace will be applied
 */
public record Plan(List<PlanStep> steps, SortedSet<MigrationKey> alsoRecord) {
    public Plan {
        steps = List.copyOf(steps);
        alsoRecord = Collections.unmodifiableSortedSet(new TreeSet<>(alsoRecord));
    }

    /** Returns whether there is no migration to run. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Returns whether there is nothing to do at all, not even to record. */
    public boolean changesNothing() {
        return steps.isEmpty() && alsoRecord.isEmpty();
    }

    /** Returns whether some migrations are applied and others reversed. */
    public boolean isMixed() {
        return steps.stream().map(PlanStep::direction).distinct().count() > 1;
    }
}
