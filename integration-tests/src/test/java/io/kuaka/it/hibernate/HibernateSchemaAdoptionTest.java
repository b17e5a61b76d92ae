package io.kuaka.it.hibernate;

import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.command.Migrate;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.it.support.AdoptionRun;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.ReadSchema;
import io.kuaka.it.support.TestDatabase;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that Hibernate's own create script made are adopted, and fixed where the entities say more. */
@Tag("slow")
class HibernateSchemaAdoptionTest {
    /** Hibernate leaves a column nullable that the model doesn't. */
    private static final Map<String, String> ANSWERS = Map.of("default mapping.Invoice.region", "'none'");

    @TempDir
    private Path folder;

    static Stream<Arguments> groups() {
        return Stream.of(MappingGroup.values())
                .flatMap(group -> group.engines().stream().map(engine -> Arguments.of(group, engine)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("groups")
    void whatHibernateMadeIsAdoptedAndMendedWhereItDiffers(MappingGroup group, Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        try (MappingRun hibernate = MappingRun.of(group, database)) {
            hibernate.create();
            ReadSchema before = hibernate.schema();
            AdoptionRun run = new AdoptionRun(database, group.state(), ANSWERS, folder);

            Adopt.Prepared adopted = run.adopt(true, false);

            assertThat(AdoptionRun.named(adopted.database().untold())).isEmpty();
            assertThat(run.drift()).isEmpty();
            run.migrate(Migrate.Options.all());
            assertThat(run.drift()).isEmpty();
            assertThat(run.modelsAreUnchanged()).isTrue();
            hibernate.validate();

            assertThat(run.make(withNotes(group.state()))).isNotEmpty();
            run.migrate(Migrate.Options.all());
            assertThat(run.drift()).isEmpty();
            hibernate.validate();

            run.migrate(new Migrate.Options("mapping", initial(adopted), false));
            assertThat(run.drift()).isEmpty();
            assertThat(before.differences(hibernate.schema())).isEmpty();
            hibernate.validate();
        }
    }

    private static String initial(Adopt.Prepared adopted) {
        return adopted.initial()
                .get(adopted.initial().size() - 1)
                .migration()
                .key()
                .name();
    }

    /** Each entity gets an attribute, which Hibernate's validation passes over. */
    private static ProjectState withNotes(ProjectState entities) {
        ProjectState changed = entities;
        for (ModelKey key : entities.models().keySet()) {
            changed = changed.updateModel(
                    key, model -> model.withField(varchar("addedNote", 20).nullable()));
        }
        return changed;
    }
}
