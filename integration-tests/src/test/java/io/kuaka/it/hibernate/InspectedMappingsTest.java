package io.kuaka.it.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.entity.EntityOptions;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.InspectedEntities;
import io.kuaka.it.support.TestDatabase;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of inspectdb over the tables of the mapping library: the entities that it writes lead to the same tables. */
@Tag("slow")
class InspectedMappingsTest {
    @TempDir
    private Path folder;

    /** The groups with the most sorts of columns, keys and rules; {@code -Dkuaka.inspect=all} tries all. */
    private static final Set<MappingGroup> USUAL = EnumSet.of(
            MappingGroup.TEXTS,
            MappingGroup.NUMBERS,
            MappingGroup.TIMES,
            MappingGroup.ENUMERATIONS,
            MappingGroup.RULES,
            MappingGroup.KEYS,
            MappingGroup.ASSOCIATIONS,
            MappingGroup.DOCUMENTS,
            MappingGroup.NAMED_ENUMS);

    /** Each group on one database: tables are what is new in each; databases differ in the hand-made schemas. */
    static Stream<Arguments> groups() {
        boolean all = "all".equals(System.getProperty("kuaka.inspect"));
        return Stream.of(MappingGroup.values())
                .filter(group -> all || USUAL.contains(group))
                .map(group -> {
                    List<Engine> engines = List.copyOf(group.engines());
                    return Arguments.of(group, engines.get(group.ordinal() % engines.size()));
                });
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("groups")
    void theEntitiesOfTablesLeadToTheseTables(MappingGroup group, Engine engine) throws Exception {
        TestDatabase database = engine.fresh();
        try (MappingRun run = MappingRun.of(group, database)) {
            run.migrate(List.of(Target.everything()));
        }
        InspectedEntities entities = InspectedEntities.of(database, EntityOptions.Keys.CLASS, folder);

        assertThat(entities.differences()).isEmpty();
    }
}
