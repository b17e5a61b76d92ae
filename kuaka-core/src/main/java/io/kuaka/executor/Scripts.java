package io.kuaka.executor;

import io.kuaka.graph.Direction;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import io.kuaka.schema.Dialect;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes the scripts of a plan in one pass over the states that it goes through. */
public final class Scripts {
    private final Dialect dialect;
    private final MigrationGraph graph;
    private final TreeSet<MigrationKey> applied;
    private final List<MigrationScript> scripts = new ArrayList<>();

    private Scripts(Dialect dialect, MigrationGraph graph) {
        this.dialect = dialect;
        this.graph = graph;
        this.applied = new TreeSet<>(graph.applied());
    }

    /**
     * Returns what each step of a plan does.
     *
     * @throws io.kuaka.base.MigrationException when one of them can't be carried out
     */
    public static List<MigrationScript> of(Dialect dialect, MigrationGraph graph, Plan plan) {
        Scripts scripts = new Scripts(dialect, graph.thatHolds(plan));
        List<PlanStep> steps = plan.steps();
        int start = 0;
        while (start < steps.size()) {
            Direction direction = steps.get(start).direction();
            int end = start;
            while (end < steps.size() && steps.get(end).direction() == direction) {
                end++;
            }
            scripts.addAll(direction, steps.subList(start, end));
            start = end;
        }
        return scripts.scripts;
    }

    private void addAll(Direction direction, List<PlanStep> steps) {
        switch (direction) {
            case FORWARD -> forward(steps);
            case BACKWARD -> backward(steps);
        }
    }

    private void forward(List<PlanStep> steps) {
        ProjectState state = graph.stateOf(applied);
        for (PlanStep step : steps) {
            scripts.add(MigrationScript.of(dialect, step.migration(), Direction.FORWARD, state));
            state = step.migration().apply(state);
            applied.add(step.key());
        }
    }

    /** What stays applied comes first, then what is taken back, in the order in which it could be applied again. */
    private void backward(List<PlanStep> steps) {
        steps.forEach(step -> applied.remove(step.key()));
        ProjectState state = graph.stateOf(applied);
        List<PlanStep> reversed = new ArrayList<>(steps);
        Collections.reverse(reversed);
        Map<MigrationKey, ProjectState> before = new HashMap<>();
        for (PlanStep step : reversed) {
            before.put(step.key(), state);
            state = step.migration().apply(state);
        }
        for (PlanStep step : steps) {
            ProjectState start = before.get(step.key());
            if (start != null) {
                scripts.add(MigrationScript.of(dialect, step.migration(), Direction.BACKWARD, start));
            }
        }
    }
}
