package io.kuaka.it.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real application grows over thirty releases, see {@code evolution/README.md}. */
@Tag("slow")
class EvolutionTest {
    /** What the walk with rows has led to already, which is the longest part of both tests. */
    private static final Map<Engine, ReadSchema> STEP_BY_STEP = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void growsForwardAndGoesBackWithRowsInEachStep(Engine engine) throws Exception {
        EvolutionRun run = new EvolutionRun(engine.fresh(), EvolutionProject.versions());
        STEP_BY_STEP.put(engine, run.forward());
        run.back();
        run.forwardAgain();
    }

    @ParameterizedTest
    @EnumSource
    void givesAnEmptyDatabaseAtOnceWhatTheOthersGotStepByStep(Engine engine) throws Exception {
        List<EvolutionVersion> versions = EvolutionProject.versions();
        ReadSchema atOnce = new EvolutionRun(engine.fresh(), versions).atOnce();
        ReadSchema known = STEP_BY_STEP.get(engine);
        ReadSchema stepByStep = known != null ? known : new EvolutionRun(engine.fresh(), versions).stepByStep();
        assertThat(stepByStep.differences(atOnce)).isEmpty();
    }
}
