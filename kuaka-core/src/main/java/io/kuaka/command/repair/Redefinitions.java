package io.kuaka.command.repair;

import io.kuaka.compare.Comparison;
import io.kuaka.compare.FoundState;
import io.kuaka.compare.SchemaDifference;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that drop a rule, an index or a reference and create it as a state says, so that nothing is left of what no
 * model can express. The state is the same before and after, and a database without the difference is what it was.
 *
 * @param differences those that can be fixed like this
 * @param steps the steps, each with one operation
 */
public record Redefinitions(List<SchemaDifference> differences, List<MigrationNode> steps) {
    public Redefinitions {
        differences = List.copyOf(differences);
        steps = List.copyOf(steps);
    }

    /** Returns the steps for those of some differences that can be fixed like this. */
    public static Redefinitions of(Comparison comparison, ProjectState state, List<SchemaDifference> differences) {
        List<SchemaDifference> fixed = new ArrayList<>();
        List<ProjectState> done = new ArrayList<>();
        List<MigrationNode> steps = new ArrayList<>();
        for (SchemaDifference difference : differences) {
            Optional<ProjectState> without = FoundState.without(comparison, state, difference);
            without.ifPresent(between -> fixed.add(difference));
            // Of several differences in one part, the first is enough.
            without.filter(between -> !done.contains(between)).ifPresent(between -> {
                done.add(between);
                steps.addAll(StateSteps.between(state, between));
                steps.addAll(StateSteps.between(between, state));
            });
        }
        return new Redefinitions(fixed, steps);
    }
}
