package io.kuaka.command;

import io.kuaka.base.MigrationException;
import io.kuaka.graph.Direction;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import java.io.Serial;
import java.util.List;

/** Thrown when a run that may only go forward would reverse migrations. */
public final class BackwardRefusedException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private BackwardRefusedException(List<String> reversed) {
        super("The target would reverse " + String.join(", ", reversed) + ", which the database has applied."
                + " Choose a later target, or reverse them yourself with the command migrate.");
    }

    /** Makes sure that a plan reverses nothing. */
    static void requireForward(Plan plan) {
        List<String> reversed = plan.steps().stream()
                .filter(step -> step.direction() == Direction.BACKWARD)
                .map(PlanStep::key)
                .map(Object::toString)
                .toList();
        if (!reversed.isEmpty()) {
            throw new BackwardRefusedException(reversed);
        }
    }
}
