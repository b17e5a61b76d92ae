package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.it.support.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences with quoted names: Hibernate finds some of them by {@code nextval} and not by its validation, whoever made them. */
@Tag("slow")
class QuotedSequencesTest {
    private static final String NAMED = """
            @Entity class Bill {
                @Id @GeneratedValue(generator = "bills") @SequenceGenerator(name = "bills", sequenceName = "%s") Long id;
            }
            """;

    /** A name with a space is quoted by Hibernate, too, when it reads what is there. */
    @ParameterizedTest
    @EnumSource
    void validationFindsQuotedNamesOfLowerCaseOrWithSpacesOrOfTables(Engine engine) throws SQLException {
        List<EntityVersion> versions = EntityVersion.compile(List.of(
                SketchedVersion.HEAD + NAMED.formatted("\\\"bill_numbers\\\""),
                SketchedVersion.HEAD + NAMED.formatted("\\\"Bill Numbers\\\""),
                SketchedVersion.HEAD
                        + "@Entity @Table(name = \"`Bill`\") class Bill { @Id @GeneratedValue Long id; }"));
        for (EntityVersion version : versions) {
            EntityDatabase database = migrated(engine, version);

            database.validateAndInsert(version, 0);
            assertThat(database.differencesFromHibernates(version, engine.fresh()))
                    .isEmpty();
        }
    }

    /** On the others, a table stands for the sequence. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void validationMissesQuotedNamesWithCapitalsThatHibernateMadeItself(Engine engine) throws SQLException {
        List<EntityVersion> versions = EntityVersion.compile(List.of(
                SketchedVersion.HEAD + NAMED.formatted("\\\"Bill_Numbers\\\""),
                SketchedVersion.HEAD + NAMED.formatted("`BILL_NUMBERS`")));
        for (EntityVersion version : versions) {
            EntityDatabase database = migrated(engine, version);
            TestDatabase byHibernate = engine.fresh();

            assertThat(database.differencesFromHibernates(version, byHibernate)).isEmpty();
            assertMissing(version, byHibernate);
            assertMissing(version, database.database());
            database.insert(version, 0);
        }
    }

    private static EntityDatabase migrated(Engine engine, EntityVersion version) throws SQLException {
        EntityDatabase database = new EntityDatabase(
                engine,
                Autodetector.detect(
                                MigrationGraph.of(List.of()),
                                version.state(),
                                new AnswersQuestioner(Map.of()),
                                version.options())
                        .migrations());
        database.migrate(List.of(Target.everything()));
        return database;
    }

    private static void assertMissing(EntityVersion version, TestDatabase database) {
        try (SessionFactory hibernate = version.boot(database)) {
            assertThatThrownBy(() -> hibernate.getSchemaManager().validateMappedObjects())
                    .isInstanceOf(SchemaManagementException.class)
                    .hasMessageContaining("missing sequence");
        }
    }
}
