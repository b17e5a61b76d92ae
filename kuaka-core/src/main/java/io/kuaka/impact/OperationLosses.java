package io.kuaka.impact;

import io.kuaka.operation.Operation;
import java.util.List;

/** What one operation loses; usually nothing. */
public record OperationLosses(Operation operation, List<DataLoss> losses) {
    public OperationLosses {
        losses = List.copyOf(losses);
    }

    /** Returns the losses of several operations as sentences. */
    public static List<String> describe(List<OperationLosses> operations) {
        return operations.stream()
                .flatMap(operation -> operation.losses().stream())
                .map(DataLoss::describe)
                .toList();
    }
}
