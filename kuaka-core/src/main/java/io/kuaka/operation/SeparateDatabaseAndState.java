package io.kuaka.operation;

import io.kuaka.routing.Placement;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes the database in one way and the models in another, where no single operation does both. */
public record SeparateDatabaseAndState(List<Operation> databaseOperations, List<Operation> stateOperations)
        implements Operation {
    public SeparateDatabaseAndState {
        databaseOperations = List.copyOf(databaseOperations);
        stateOperations = List.copyOf(stateOperations);
    }

    /** Returns the operation that does several things one after the other, in the database as in the models. */
    public static SeparateDatabaseAndState both(List<Operation> operations) {
        return new SeparateDatabaseAndState(operations, operations);
    }

    @Override
    public ProjectState apply(String app, ProjectState before) {
        return applyAll(app, before, stateOperations);
    }

    @Override
    public void execute(SchemaEditor editor, OperationContext context) {
        List<ProjectState> states = states(context.app(), context.before(), databaseOperations);
        if (databaseOperations.equals(stateOperations)) {
            // A restored field has its old place there, as the next operation finds it.
            states.set(databaseOperations.size(), context.after());
        }
        for (int i = 0; i < databaseOperations.size(); i++) {
            Placing.execute(databaseOperations.get(i), editor, context.between(states.get(i), states.get(i + 1)));
        }
    }

    /** Each part is asked about by itself. */
    @Override
    public boolean isOn(Placement placement, String app) {
        return databaseOperations.isEmpty()
                || databaseOperations.stream().anyMatch(operation -> operation.isOn(placement, app));
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new SeparateDatabaseAndState(
                inverseAll(app, before, databaseOperations), inverseAll(app, before, stateOperations));
    }

    @Override
    public String describe() {
        return isOneOfModels()
                ? stateOperations.get(0).describe() + ", in the models only"
                : "Custom state/database change combination";
    }

    @Override
    public String nameFragment() {
        return isOneOfModels() ? stateOperations.get(0).nameFragment() : "";
    }

    private boolean isOneOfModels() {
        return databaseOperations.isEmpty() && stateOperations.size() == 1;
    }

    @Override
    public Category category() {
        return Category.MIXED;
    }

    @Override
    public boolean runsOutsideTransaction() {
        return databaseOperations.stream().anyMatch(Operation::runsOutsideTransaction);
    }

    @Override
    public String form() {
        return "new SeparateDatabaseAndState(" + forms(databaseOperations) + ", " + forms(stateOperations) + ")";
    }

    @Override
    public JavaSource toSource() {
        return JavaSource.construct(
                SeparateDatabaseAndState.class, sources(databaseOperations), sources(stateOperations));
    }

    static ProjectState applyAll(String app, ProjectState before, List<Operation> operations) {
        return states(app, before, operations).get(operations.size());
    }

    /** Returns the inverses of {@code operations}, the last one's first. */
    static List<Operation> inverseAll(String app, ProjectState before, List<Operation> operations) {
        List<ProjectState> states = states(app, before, operations);
        List<Operation> inverses = new ArrayList<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            inverses.add(operations.get(i).inverse(app, states.get(i)));
        }
        return inverses;
    }

    /** Returns the states before the first operation, after it, and so on until after the last. */
    private static List<ProjectState> states(String app, ProjectState before, List<Operation> operations) {
        List<ProjectState> states = new ArrayList<>(List.of(before));
        for (Operation operation : operations) {
            states.add(operation.apply(app, states.get(states.size() - 1)));
        }
        return states;
    }

    static String forms(List<Operation> operations) {
        return operations.stream().map(Operation::form).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static JavaSource sources(List<Operation> operations) {
        return JavaSource.listOf(operations.stream().map(Operation::toSource).toList());
    }
}
