package io.kuaka.graph;

import io.kuaka.migration.MigrationKey;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Follows a plan through the states of the models, in one pass. */
final class PlanStates {
    private final MigrationGraph graph;
    private final TreeSet<MigrationKey> applied;
    private final BiConsumer<PlanStep, List<ProjectState>> visitor;

    private PlanStates(MigrationGraph graph, BiConsumer<PlanStep, List<ProjectState>> visitor) {
        this.graph = graph;
        this.visitor = visitor;
        this.applied = new TreeSet<>(graph.applied());
    }

    /**
     * Visits each step with the states of its migration, whether it is applied or reversed. Forward, no others are held:
     * those of ten thousand migrations don't fit into memory.
     */
    static void visit(MigrationGraph graph, Plan plan, BiConsumer<PlanStep, List<ProjectState>> visitor) {
        PlanStates states = new PlanStates(graph, visitor);
        List<PlanStep> steps = plan.steps();
        int start = 0;
        while (start < steps.size()) {
            Direction direction = steps.get(start).direction();
            int end = start;
            while (end < steps.size() && steps.get(end).direction() == direction) {
                end++;
            }
            states.visitAll(direction, steps.subList(start, end));
            start = end;
        }
    }

    private void visitAll(Direction direction, List<PlanStep> steps) {
        switch (direction) {
            case FORWARD -> forward(steps);
            case BACKWARD -> backward(steps);
        }
    }

    /** What was reversed only in part may still be recorded as applied. */
    private void forward(List<PlanStep> steps) {
        steps.forEach(step -> applied.remove(step.key()));
        ProjectState state = graph.states().of(applied);
        for (PlanStep step : steps) {
            List<ProjectState> states = step.migration().states(state);
            visitor.accept(step, states);
            state = last(states);
            applied.add(step.key());
        }
    }

    /** What stays applied comes first, then what is reversed, in the order in which it could be applied again. */
    private void backward(List<PlanStep> steps) {
        steps.forEach(step -> applied.remove(step.key()));
        ProjectState state = graph.states().of(applied);
        List<PlanStep> reversed = new ArrayList<>(steps);
        Collections.reverse(reversed);
        Map<MigrationKey, List<ProjectState>> all = new HashMap<>();
        for (PlanStep step : reversed) {
            List<ProjectState> states = step.migration().states(state);
            all.put(step.key(), states);
            state = last(states);
        }
        steps.forEach(step -> visitor.accept(step, Objects.requireNonNull(all.get(step.key()))));
    }

    private static ProjectState last(List<ProjectState> states) {
        return states.get(states.size() - 1);
    }
}
