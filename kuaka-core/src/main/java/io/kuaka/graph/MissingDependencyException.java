package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.SortedSet;

/** Thrown when migrations depend on others that don't exist, or that can't be used. */
public final class MissingDependencyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SortedSet<MigrationKey> missing;
    private final transient List<String> problems;

    MissingDependencyException(SortedSet<MigrationKey> missing, List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.missing = missing;
        this.problems = List.copyOf(problems);
    }

    /** Returns the migrations that don't exist. */
    public SortedSet<MigrationKey> missing() {
        return missing;
    }

    /** Returns a sentence or more for each problem. */
    public List<String> problems() {
        return problems;
    }
}
