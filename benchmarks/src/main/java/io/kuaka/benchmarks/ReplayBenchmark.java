package io.kuaka.benchmarks;

import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to replay the state of a thousand migrations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReplayBenchmark {
    private final List<MigrationNode> history = History.standard();

    /** Replays all of them. */
    @Benchmark
    public ProjectState replay() {
        ProjectState state = ProjectState.empty();
        for (MigrationNode node : history) {
            state = node.apply(state);
        }
        return state;
    }
}
