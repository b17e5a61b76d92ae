package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when migrations depend on each other in a cycle, so none of them can be the first. */
public final class CyclicDependencyException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> cycle;

    CyclicDependencyException(List<MigrationKey> cycle) {
        super("Migrations depend on each other in a cycle: "
                + cycle.stream().map(MigrationKey::toString).collect(Collectors.joining(" -> ")) + " -> "
                + cycle.get(0)
                + ". Remove one of these dependencies; you may have to split a migration.");
        this.cycle = List.copyOf(cycle);
    }

    /** Returns the migrations of the cycle, each once; each depends on the next one, and the last one on the first. */
    public List<MigrationKey> cycle() {
        return cycle;
    }
}
