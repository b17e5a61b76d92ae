package io.kuaka.executor;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Plan;
import io.kuaka.schema.Dialect;
import io.kuaka.schema.session.TimeLimits;
import java.util.ArrayList;
import java.util.List;

/** Makes the scripts of a plan in one pass over its states. */
public final class Scripts {
    private Scripts() {}

    /**
     * Returns what each step of a plan does.
     *
     * @throws io.kuaka.base.MigrationException if one of them can't be carried out
     */
    public static List<MigrationScript> of(Dialect dialect, MigrationGraph graph, Plan plan, TimeLimits times) {
        List<MigrationScript> scripts = new ArrayList<>();
        graph.states()
                .visit(
                        plan,
                        (step, states) -> scripts.add(
                                MigrationScript.of(dialect, step.migration(), step.direction(), states, times)));
        return scripts;
    }
}
