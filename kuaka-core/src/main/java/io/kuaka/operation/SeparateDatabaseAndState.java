package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes the database in one way and the models in another, where the two can't be said in the same words. */
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
    public void execute(SchemaEditor editor, OperationContext step) {
        ProjectState state = step.before();
        for (Operation operation : databaseOperations) {
            ProjectState next = operation.apply(step.app(), state);
            operation.execute(editor, step.between(state, next));
            state = next;
        }
    }

    @Override
    public Operation inverse(String app, ProjectState before) {
        return new SeparateDatabaseAndState(
                inverseAll(app, before, databaseOperations), inverseAll(app, before, stateOperations));
    }

    @Override
    public String describe() {
        return "Custom state/database change combination";
    }

    @Override
    public String nameFragment() {
        return "";
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
    public JavaSource toSource() {
        return JavaSource.construct(
                SeparateDatabaseAndState.class, sources(databaseOperations), sources(stateOperations));
    }

    static ProjectState applyAll(String app, ProjectState before, List<Operation> operations) {
        ProjectState state = before;
        for (Operation operation : operations) {
            state = operation.apply(app, state);
        }
        return state;
    }

    /** Returns the inverses of {@code operations}, the last one's first. */
    static List<Operation> inverseAll(String app, ProjectState before, List<Operation> operations) {
        List<Operation> inverses = new ArrayList<>();
        ProjectState state = before;
        for (Operation operation : operations) {
            inverses.add(operation.inverse(app, state));
            state = operation.apply(app, state);
        }
        Collections.reverse(inverses);
        return inverses;
    }

    private static JavaSource sources(List<Operation> operations) {
        return JavaSource.listOf(operations.stream().map(Operation::toSource).toList());
    }
}
