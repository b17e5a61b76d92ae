package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random changes of random entities with rows: without answers, makemigrations asks, or refuses what can't run, or writes
 * a migration that keeps all values and makes the tables that Hibernate makes; and there is a way back and forward again.
 */
@Tag("slow")
class RandomEntitiesTest {
    private static final boolean IS_EXHAUSTIVE = Boolean.getBoolean("exhaustive");

    /** The first of those from which on few seeds show all that can happen. */
    private static final int FIRST = 2;

    private static int seeds(Engine engine) {
        return switch (engine) {
            case SQLITE, H2 -> IS_EXHAUSTIVE ? 3000 : 12;
            case POSTGRESQL, MARIADB, MYSQL -> IS_EXHAUSTIVE ? 300 : 3;
        };
    }

    @ParameterizedTest
    @EnumSource
    void noValueIsLostWithoutAQuestionAndTheTablesAreThoseOfHibernate(Engine engine) {
        List<String> faults = new ArrayList<>();
        Map<Outcome, Integer> outcomes = RandomRun.of(engine, FIRST, FIRST + seeds(engine), faults);
        assertThat(faults).isEmpty();
        assertThat(outcomes.get(Outcome.MIGRATED)).as("%s", outcomes).isGreaterThan(seeds(engine) / 5);
    }
}
