package io.kuaka.command;

import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.impact.DataLoss;
import io.kuaka.impact.DataLossReader;
import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.IrreversibleOperationException;
import io.kuaka.operation.Operation;
import io.kuaka.routing.Placement;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * One operation of a step of a plan, in words.
 *
 * @param text what it does, as in {@code Undo Add field isbn to Book}
 * @param detail more details, such as the start of its SQL; usually empty
 * @param isPossible whether it can be run; an irreversible operation can't be undone
 * @param losses what it loses; usually nothing
 */
public record PlannedOperation(String text, String detail, boolean isPossible, List<DataLoss> losses) {
    public PlannedOperation {
        losses = List.copyOf(losses);
    }

    /** Returns for each step of a plan its operations, in the order in which they are run. */
    static List<List<PlannedOperation>> of(MigrationGraph graph, Plan plan) {
        List<ProjectState> states = graph.states().before(plan);
        List<List<PlannedOperation>> planned = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            planned.add(of(plan.steps().get(i), states.get(i)));
        }
        return planned;
    }

    private static List<PlannedOperation> of(PlanStep step, ProjectState start) {
        MigrationNode migration = step.migration();
        Set<ModelKey> filled = DataLossReader.withRows(migration, start);
        List<PlannedOperation> planned = new ArrayList<>();
        for (AppliedOperation applied : migration.replay(start)) {
            if (!migration.runs(applied.operation())) {
                planned.add(elsewhere(step.direction(), applied.operation(), migration.placement()));
                continue;
            }
            planned.add(
                    switch (step.direction()) {
                        case FORWARD -> forward(applied, filled);
                        case BACKWARD -> backward(applied);
                    });
        }
        switch (step.direction()) {
            case FORWARD -> {}
            case BACKWARD -> Collections.reverse(planned);
        }
        return planned;
    }

    private static PlannedOperation elsewhere(Direction direction, Operation operation, Placement placement) {
        String undo =
                switch (direction) {
                    case FORWARD -> "";
                    case BACKWARD -> "Undo ";
                };
        String note = " (not in database \"" + placement.database() + "\")";
        return new PlannedOperation(undo + operation.describe() + note, "", true, List.of());
    }

    private static PlannedOperation forward(AppliedOperation applied, Set<ModelKey> filled) {
        Operation operation = applied.operation();
        List<DataLoss> losses = DataLossReader.forward(operation, applied.before(), applied.after(), filled);
        return new PlannedOperation(operation.describe(), operation.detail(), true, losses);
    }

    private static PlannedOperation backward(AppliedOperation applied) {
        String text = "Undo " + applied.operation().describe();
        try {
            Operation inverse = applied.inverse();
            List<DataLoss> losses = DataLossReader.backward(inverse, applied.after(), applied.before());
            return new PlannedOperation(text, inverse.detail(), true, losses);
        } catch (IrreversibleOperationException e) {
            return new PlannedOperation(text, "", false, List.of());
        }
    }
}
