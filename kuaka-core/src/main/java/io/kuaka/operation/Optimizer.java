package io.kuaka.operation;

import io.kuaka.base.Internal;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a list of operations shorter without changing what it does.
 *
 * <p>Operations decide how they reduce; this class only brings them together, and repeats until nothing changes. A pair
 * is joined at the place of the later one if the earlier one can pass all between, else at the place of the earlier one
 * if the later one can pass all between.
 *
 * <p>Law: the optimized list gives the same state from the same start.
 */
@Internal
public final class Optimizer {
    private final String app;
    private List<Operation> operations;

    private Optimizer(String app, List<Operation> operations) {
        this.app = app;
        this.operations = operations;
    }

    /** Returns the operations of {@code app} in their shortest form. */
    public static List<Operation> optimize(String app, List<Operation> operations) {
        Optimizer optimizer = new Optimizer(app, new ArrayList<>(operations));
        while (optimizer.pass()) {
            // Each pass may have brought operations together that can be joined only now.
        }
        return List.copyOf(optimizer.operations);
    }

    /** Joins what can be joined, from the first operation to the last; returns whether there was anything. */
    private boolean pass() {
        List<Operation> before = List.copyOf(operations);
        int i = 0;
        while (i < operations.size()) {
            if (!joinFrom(i)) {
                i++;
            }
        }
        return !operations.equals(before);
    }

    /** Joins the operation at {@code i} with the next one that it can be joined with. */
    private boolean joinFrom(int i) {
        Operation first = operations.get(i);
        boolean passesAll = true;
        for (int j = i + 1; j < operations.size(); j++) {
            Reduction reduction = first.reduce(app, operations.get(j));
            if (reduction instanceof Reduction.By by) {
                return (passesAll || mayMove(j, i)) && join(i, j, by.operations(), passesAll);
            }
            passesAll &= reduction instanceof Reduction.Passes;
        }
        return false;
    }

    /** Returns whether the operation at {@code j} passes all those after {@code i}. */
    private boolean mayMove(int j, int i) {
        Operation later = operations.get(j);
        return operations.subList(i + 1, j).stream()
                .allMatch(each -> each.reduce(app, later) instanceof Reduction.Passes);
    }

    /** Puts {@code joined} in the place of two operations, the earlier or the later; returns whether that is a change. */
    private boolean join(int i, int j, List<Operation> joined, boolean atLater) {
        List<Operation> result = new ArrayList<>(operations.subList(0, i));
        List<Operation> between = operations.subList(i + 1, j);
        result.addAll(atLater ? between : joined);
        result.addAll(atLater ? joined : between);
        result.addAll(operations.subList(j + 1, operations.size()));
        boolean isChange = !result.equals(operations);
        operations = result;
        return isChange;
    }
}
