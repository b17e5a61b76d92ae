package io.kuaka.command;

import io.kuaka.graph.PlanStep;
import io.kuaka.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One operation of a step of a plan, in words.
 *
 * @param text what it does, as in {@code Undo Add field isbn to Book}
 */
public record PlannedOperation(String text) {
    /** Returns the operations of a step in the order in which they are run. */
    public static List<PlannedOperation> of(PlanStep step) {
        List<Operation> operations =
                new ArrayList<>(step.migration().operations().get());
        String prefix =
                switch (step.direction()) {
                    case FORWARD -> "";
                    case BACKWARD -> "Undo ";
                };
        if (!prefix.isEmpty()) {
            Collections.reverse(operations);
        }
        return operations.stream()
                .map(operation -> new PlannedOperation(prefix + operation.describe()))
                .toList();
    }
}
