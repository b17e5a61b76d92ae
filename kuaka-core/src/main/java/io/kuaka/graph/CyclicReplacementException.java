package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when migrations claim to replace each other in a cycle. */
public final class CyclicReplacementException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MigrationKey> cycle;

    CyclicReplacementException(List<MigrationKey> cycle) {
        super("Migrations replace each other in a cycle: "
                + cycle.stream().map(MigrationKey::toString).collect(Collectors.joining(" -> ")) + " -> "
                + cycle.get(0) + ". Correct their @Replaces.");
        this.cycle = List.copyOf(cycle);
    }

    /** Returns the migrations of the cycle, each once; each replaces the next one, and the last one the first. */
    public List<MigrationKey> cycle() {
        return cycle;
    }
}
