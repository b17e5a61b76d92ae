package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kuaka.graph.Target;
import io.kuaka.it.entities.PublishedHistory.Step;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities that others have published, as they are, over many releases; the build downloads them on request only. */
@Tag("slow")
class PublishedEntitiesTest {
    private static PublishedHistory history;

    @BeforeAll
    static void makeMigrations() throws IOException {
        assumeTrue(PublishedRelease.areThere(), "mvn verify -Ppublished-entities downloads the releases");
        history = PublishedHistory.make();
    }

    /** What a release does with its predecessor's rows, on the way there, back, and there again. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void releaseAfterReleaseKeepsAllValuesForwardAndBack(Engine engine) throws SQLException {
        EntityDatabase database = new EntityDatabase(empty(engine), history.migrations());
        List<Step> steps = history.steps();
        assertThat(steps).hasSize(9);
        database.migrate(List.of(steps.get(0).target()));
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                move(database, steps.get(i - 1), steps.get(i));
            }
            assertSameAsHibernates(database, steps.get(i).version());
            database.insertSamples(steps.get(i).version().state(), 2 * i + 1, 2 * i + 2);
        }
        for (int i = steps.size() - 1; i > 0; i--) {
            move(database, steps.get(i), steps.get(i - 1));
        }
        for (int i = 1; i < steps.size(); i++) {
            move(database, steps.get(i - 1), steps.get(i));
        }
        database.migrate(List.of(Target.zero("keycloak")));
        assertThat(database.isEmpty()).isTrue();
    }

    /** The application calls columns {@code value} without quotes, and tells H2 that this is no keyword. */
    private static TestDatabase empty(Engine engine) {
        TestDatabase fresh = engine.fresh();
        return engine == Engine.H2
                ? new TestDatabase(engine, fresh.url() + ";NON_KEYWORDS=VALUE", fresh.user(), fresh.password())
                : fresh;
    }

    private static void move(EntityDatabase database, Step from, Step to) throws SQLException {
        String way = from.version().source() + " to " + to.version().source();
        StoredValues before =
                StoredValues.of(database.database(), from.version().state());
        database.migrate(List.of(to.target()));
        StoredValues after = StoredValues.of(database.database(), to.version().state());
        assertThat(before.lostIn(after, from.version().state(), to.version().state()))
                .as("lost from %s", way)
                .isEmpty();
        assertThat(database.differencesFrom(to.version().state()))
                .as("differences after %s", way)
                .isEmpty();
    }

    private static void assertSameAsHibernates(EntityDatabase database, EntityVersion version) throws SQLException {
        assertThat(database.differencesFromHibernates(version, empty(database.engine())))
                .as("otherwise than Hibernate makes the tables of %s", version.source())
                .isEmpty();
    }
}
