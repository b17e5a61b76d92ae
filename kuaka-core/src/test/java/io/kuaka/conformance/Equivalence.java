package io.kuaka.conformance;

import io.kuaka.base.MigrationException;
import io.kuaka.operation.AddConstraint;
import io.kuaka.operation.AddIndex;
import io.kuaka.operation.Operation;
import io.kuaka.operation.Optimizer;
import io.kuaka.operation.RemoveConstraint;
import io.kuaka.operation.RemoveIndex;
import io.kuaka.operation.RenameConstraint;
import io.kuaka.state.Constraint;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares two lists of operations of one app from the same start.
 *
 * <p>They are equivalent when one becomes the other by exchanging neighbours that may stand in either order, because both
 * orders apply and give the same state. What takes an index or a constraint away only to bring the same one back, as
 * Django does around a rename, is left out first; so is what takes one away that goes with its field or model anyhow.
 */
final class Equivalence {
    private final String app;
    private final ProjectState start;

    Equivalence(String app, ProjectState start) {
        this.app = app;
        this.start = start;
    }

    boolean holds(List<Operation> django, List<Operation> kuaka) {
        List<Operation> actual = withoutDetours(kuaka);
        actual.removeIf(Equivalence::renamesTogether);
        return Stream.of(django, Optimizer.optimize(app, django)).anyMatch(each -> {
            List<Operation> expected = withoutDetours(each);
            return expected.size() == actual.size() && sameBySwaps(expected, actual);
        });
    }

    /** An entry of unique_together has no name; the adapter gives it one by its fields. */
    private static boolean renamesTogether(Operation operation) {
        return operation instanceof RenameConstraint rename && rename.oldName().startsWith(DjangoModels.TOGETHER);
    }

    private boolean sameBySwaps(List<Operation> expected, List<Operation> actual) {
        List<Operation> rest = new ArrayList<>(expected);
        Optional<ProjectState> state = Optional.of(start);
        for (Operation operation : actual) {
            int at = rest.indexOf(operation);
            if (at < 0 || state.isEmpty() || !canLead(state.get(), rest.subList(0, at), operation)) {
                return false;
            }
            rest.remove(at);
            state = apply(state.get(), List.of(operation));
        }
        return true;
    }

    private boolean canLead(ProjectState state, List<Operation> before, Operation operation) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Optional<ProjectState> there = apply(state, before.subList(0, i));
            Operation other = before.get(i);
            Optional<ProjectState> one = there.flatMap(each -> apply(each, List.of(other, operation)));
            Optional<ProjectState> two = there.flatMap(each -> apply(each, List.of(operation, other)));
            if (one.isEmpty() || !one.equals(two)) {
                return false;
            }
        }
        return true;
    }

    private List<Operation> withoutDetours(List<Operation> operations) {
        Optional<ProjectState> end = apply(start, operations);
        for (Operation operation : operations) {
            if (operation instanceof RemoveIndex || operation instanceof RemoveConstraint) {
                List<Operation> rest = new ArrayList<>(operations);
                rest.remove(operation);
                if (end.isPresent() && sameEnd(apply(start, rest), end)) {
                    return withoutDetours(rest);
                }
            }
        }
        for (int i = 0; i < operations.size(); i++) {
            for (int j = i + 1; j < operations.size(); j++) {
                if (isDetour(operations.get(i), operations.get(j))) {
                    List<Operation> rest = new ArrayList<>(operations);
                    rest.remove(j);
                    rest.remove(i);
                    if (end.isPresent() && sameEnd(apply(start, rest), end)) {
                        return withoutDetours(rest);
                    }
                }
            }
        }
        return new ArrayList<>(operations);
    }

    private static boolean sameEnd(Optional<ProjectState> one, Optional<ProjectState> other) {
        return one.map(Equivalence::withoutTogetherNames).equals(other.map(Equivalence::withoutTogetherNames));
    }

    static ProjectState withoutTogetherNames(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            result = result.updateModel(key, Equivalence::withoutTogetherNames);
        }
        return result;
    }

    /** Returns the model with the constraints that stand for unique_together named by their fields. */
    static ModelState withoutTogetherNames(ModelState model) {
        ModelState result = model;
        for (Constraint constraint : model.constraints().values()) {
            if (constraint.name().startsWith(DjangoModels.TOGETHER)) {
                String name = DjangoModels.TOGETHER + String.join("_", constraint.fields());
                result = result.withAlteredConstraint(constraint.name(), constraint.withName(name));
            }
        }
        return result;
    }

    private static boolean isDetour(Operation one, Operation other) {
        boolean constraint = one instanceof RemoveConstraint remove
                && other instanceof AddConstraint add
                && remove.model().equals(add.model());
        boolean index = one instanceof RemoveIndex remove
                && other instanceof AddIndex add
                && remove.model().equals(add.model());
        return constraint || index;
    }

    private Optional<ProjectState> apply(ProjectState state, List<Operation> operations) {
        try {
            ProjectState result = state;
            for (Operation operation : operations) {
                result = operation.apply(app, result);
            }
            return Optional.of(result);
        } catch (MigrationException e) {
            return Optional.empty();
        }
    }
}
