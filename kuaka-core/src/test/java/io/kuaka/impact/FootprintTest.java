package io.kuaka.impact;

import static io.kuaka.state.Sequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.migration.AppliedOperation;
import io.kuaka.migration.MigrationKey;
import io.kuaka.operation.CreateSequence;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.Changes;
import io.kuaka.state.diff.StateDiff;
import io.kuaka.testing.StateVariants;
import io.kuaka.testing.StateVariants.Variant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A footprint leaves nothing out that changed; where it can't tell what changed it is everything. */
class FootprintTest {
    private static final Variant CHANGE = StateVariants.all().get(0);

    static List<Variant> variants() {
        return StateVariants.all();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyChangeOfTheStateIsWrittenSomewhere(Variant each) {
        Footprint footprint = Footprint.of(applied(each.before(), each.after()));

        assertThat(footprint.writes()).isNotEmpty();
        assertThat(footprint.isEverything()).isFalse();
        assertThat(footprint.clash(footprint)).isPresent();
    }

    @Test
    void aStateThatDiffersInNothingKnownMayHaveChangedAnywhere() {
        StateDiff silent = new StateDiff(new Changes<>(Map.of(), Map.of()), new Changes<>(Map.of(), Map.of()));

        assertThat(footprint(silent).isEverything()).isTrue();
    }

    @Test
    void aModelThatDiffersInNothingKnownMayHaveChangedAnywhere() {
        ModelKey key = CHANGE.before().models().firstKey();
        ModelState model = CHANGE.before().model(key);
        StateDiff silent =
                new StateDiff(new Changes<>(Map.of(key, model), Map.of(key, model)), new Changes<>(Map.of(), Map.of()));

        assertThat(footprint(silent).isEverything()).isTrue();
    }

    private static Footprint footprint(StateDiff difference) {
        return new FootprintReader(applied(CHANGE.before(), CHANGE.after()), difference).read();
    }

    private static AppliedOperation applied(ProjectState before, ProjectState after) {
        return new AppliedOperation(
                new MigrationKey("shop", "0001_initial"), 0, new CreateSequence(sequence("any")), before, after);
    }
}
