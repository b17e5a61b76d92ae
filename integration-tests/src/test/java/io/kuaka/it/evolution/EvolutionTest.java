package io.kuaka.it.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.support.Engine;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real application grows over thirty releases, see {@code evolution/README.md}. */
@Tag("slow")
class EvolutionTest {

    @ParameterizedTest
    @EnumSource
    void growsForwardAndGoesBackWithRowsInEachStep(Engine engine) throws Exception {
        EvolutionRun run = new EvolutionRun(engine.fresh(), EvolutionProject.versions());
        run.forward();
        run.back();
        run.forwardAgain();
    }

    @ParameterizedTest
    @EnumSource
    void givesAnEmptyDatabaseAtOnceWhatTheOthersGotStepByStep(Engine engine) throws Exception {
        List<EvolutionVersion> versions = EvolutionProject.versions();
        List<String> atOnce = new EvolutionRun(engine.fresh(), versions).atOnce();
        assertThat(atOnce).isEqualTo(new EvolutionRun(engine.fresh(), versions).stepByStep());
    }
}
