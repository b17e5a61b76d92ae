package io.kuaka.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a list of operations shorter without changing what it does.
 *
 * <p>What two operations become is theirs to say; this class only brings them together. It goes over the list until
 * nothing changes any more. A pair is joined at the place of the later one if all between let it pass, else at the place
 * of the earlier one if the later one passes all between.
 *
 * <p>Law: the optimized list gives the same state from the same start.
 */
public final class Optimizer {
    private Optimizer() {}

    /** Returns the operations of {@code app} in their shortest form. */
    public static List<Operation> optimize(String app, List<Operation> operations) {
        List<Operation> before = List.copyOf(operations);
        while (true) {
            List<Operation> after = pass(app, before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
    }

    /** Joins the first pair that can be joined; returns the operations as they are where there is none. */
    private static List<Operation> pass(String app, List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            Optional<List<Operation>> rest = joinFirst(app, operations.subList(i, operations.size()));
            if (rest.isPresent()) {
                List<Operation> result = new ArrayList<>(operations.subList(0, i));
                result.addAll(rest.get());
                return result;
            }
        }
        return operations;
    }

    /** Joins the first of {@code operations} with the next one that it can be joined with. */
    private static Optional<List<Operation>> joinFirst(String app, List<Operation> operations) {
        Operation first = operations.get(0);
        boolean passesAll = true;
        for (int j = 1; j < operations.size(); j++) {
            Operation later = operations.get(j);
            List<Operation> between = operations.subList(1, j);
            Reduction reduction = first.reduce(app, later);
            if (reduction instanceof Reduction.By by) {
                if (passesAll) {
                    return Optional.of(concat(between, by.operations(), operations.subList(j + 1, operations.size())));
                }
                if (between.stream().allMatch(each -> each.reduce(app, later) instanceof Reduction.Passes)) {
                    return Optional.of(concat(by.operations(), between, operations.subList(j + 1, operations.size())));
                }
                return Optional.empty();
            }
            passesAll &= reduction instanceof Reduction.Passes;
        }
        return Optional.empty();
    }

    private static List<Operation> concat(List<Operation> first, List<Operation> second, List<Operation> third) {
        List<Operation> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }
}
