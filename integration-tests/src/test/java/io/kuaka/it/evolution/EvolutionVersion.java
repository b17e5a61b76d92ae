package io.kuaka.it.evolution;

import io.kuaka.graph.MigrationGraph;
import java.nio.file.Path;

/**
 * The application as it is after a step.
 *
 * @param classes the folder with the compiled entities
 * @param history all migrations so far
 */
public record EvolutionVersion(EvolutionStep step, Path classes, MigrationGraph history) {

    @Override
    public String toString() {
        return step.toString();
    }
}
