package io.kuaka.executor;

import io.kuaka.executor.Executor.Planned;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.PlanStep;
import io.kuaka.lease.Lease;
import io.kuaka.migration.MigrationKey;
import io.kuaka.recorder.AppliedContent;
import io.kuaka.recorder.Fence;
import io.kuaka.recorder.Recorder;
import io.kuaka.recorder.Signature;
import io.kuaka.schema.statement.Sql;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one run writes into the history.
 *
 * @param database the identity of the database; empty where it has none
 */
record RunHistory(Recorder recorder, Lease lease, String database) {
    private static final String VERSION =
            Objects.requireNonNullElse(RunHistory.class.getPackage().getImplementationVersion(), "from source");

    /** Returns the fence of the run, which also needs a migration in the history. */
    Fence fenceAfter(PlanStep earlier) {
        return recorder.fenceAfter(earlier.key(), lease.fence());
    }

    /** Returns the statements for a migration that is run or only recorded. */
    List<Sql> of(PlanStep step, Signature.How how) {
        return of(step, how, lease.fence());
    }

    /**
     * Returns the statements for a migration.
     *
     * @param fence what the run writes with
     */
    List<Sql> of(PlanStep step, Signature.How how, Fence fence) {
        return switch (step.direction()) {
            case FORWARD -> record(step.history(), Map.of(step.key(), content(step)), how, fence);
            case BACKWARD -> recorder.unrecord(step.history(), fence);
        };
    }

    private static AppliedContent content(PlanStep step) {
        SortedSet<MigrationKey> replaced = new TreeSet<>(step.history());
        replaced.remove(step.key());
        return AppliedContent.of(step.migration(), replaced);
    }

    /** Returns the statements for squashes that weren't run, because all that they stand for was. */
    List<Sql> squashes(Planned planned, Signature.How how) {
        Map<MigrationKey, AppliedContent> contents = new LinkedHashMap<>();
        for (MigrationKey squash : planned.plan().alsoRecord()) {
            MigrationGraph graph = planned.graph();
            contents.put(squash, AppliedContent.of(graph.node(squash), graph.replacedBy(squash)));
        }
        return record(contents.keySet(), contents, how, lease.fence());
    }

    private List<Sql> record(
            Collection<MigrationKey> keys, Map<MigrationKey, AppliedContent> contents, Signature.How how, Fence fence) {
        Signature signature = new Signature(fence, VERSION, lease.runBy(), how, database);
        return recorder.record(keys, signature, contents);
    }
}
