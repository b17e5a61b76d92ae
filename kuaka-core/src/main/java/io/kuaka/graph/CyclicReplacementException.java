package io.kuaka.graph;

import io.kuaka.base.MigrationException;
import io.kuaka.migration.MigrationKey;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Migrations claim to replace each other in a circle. */
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

    /** Returns the migrations of the circle, each once; each replaces the next one, and the last one the first. */
    public List<MigrationKey> cycle() {
        return cycle;
    }
}
