package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.entities.EntityChange.Ending;
import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns without which Hibernate reads null for others: values seemed to be lost that were there. */
@Tag("slow")
class CompanionsTest {
    private static final String REFERENCE = """
            @Entity class Pier { @Id Long id; }
            @Entity class Buoy { @Id Long id; }
            @Entity class Boat { @Id Long id; @ManyToOne @JoinColumn(name = "at_id") Pier at; }
            """;
    private static final String ANY = """
            @Entity class Pier { @Id Long id; }
            @Entity class Buoy { @Id Long id; }
            @Entity class Boat {
                @Id Long id;
                @org.hibernate.annotations.Any
                @org.hibernate.annotations.AnyDiscriminator(DiscriminatorType.STRING)
                @org.hibernate.annotations.AnyKeyJavaClass(Long.class)
                @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "P", entity = Pier.class)
                @org.hibernate.annotations.AnyDiscriminatorValue(discriminator = "B", entity = Buoy.class)
                @Column(name = "at_kind") @JoinColumn(name = "at_id") Object at;
            }
            """;
    private static final String STORED = """
            @Entity class Visit {
                @Id Long id;
                @org.hibernate.annotations.TimeZoneStorage(org.hibernate.annotations.TimeZoneStorageType.NORMALIZE_UTC)
                OffsetDateTime at;
            }
            """;
    private static final String IN_COLUMN = STORED.replace("NORMALIZE_UTC", "COLUMN");

    static Ending end(Engine engine, String before, String after, String answers) throws SQLException {
        List<EntityVersion> versions =
                EntityVersion.compile(List.of(SketchedVersion.HEAD + before, SketchedVersion.HEAD + after));
        return new EntityChange(versions.get(0), versions.get(1), Answers.parse(answers)).end(engine);
    }

    /** Returns what an application reads of what the one before saved, after the change, back, and there again. */
    static List<Object> read(Engine engine, String before, String after, String answers, String query)
            throws SQLException {
        List<EntityVersion> versions =
                EntityVersion.compile(List.of(SketchedVersion.HEAD + before, SketchedVersion.HEAD + after));
        List<MigrationNode> history = new ArrayList<>();
        for (EntityVersion version : versions) {
            history.addAll(Autodetector.detect(
                            MigrationGraph.of(history),
                            version.state(),
                            new AnswersQuestioner(Answers.parse(answers)),
                            version.options())
                    .migrations());
        }
        EntityDatabase database = new EntityDatabase(engine, history);
        database.migrate(List.of(Target.at(history.get(0).key())));
        database.insert(versions.get(0), 0);
        database.migrate(List.of(Target.everything()));
        database.migrate(List.of(Target.at(history.get(0).key())));
        database.migrate(List.of(Target.everything()));
        try (SessionFactory hibernate = versions.get(1).boot(database.database())) {
            return hibernate.fromTransaction(
                    session -> session.createSelectionQuery(query, Object.class).getResultList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceThatMayBeToAnyEntityIsStillToItsOwn(Engine engine) throws SQLException {
        String answer = "default shop.Boat.at.type = 'P'";

        assertThat(end(engine, REFERENCE, ANY, "").reason())
                .contains("default shop.Boat.at.type")
                .contains("tells which entity \"at\" refers to. Hibernate reads a reference without it as null.");
        assertThat(end(engine, REFERENCE, ANY, answer).outcome()).isEqualTo(Outcome.MIGRATED);
        assertThat(read(engine, REFERENCE, ANY, answer, "select type(at) from Boat where at is not null"))
                .hasSize(2);
    }

    /** Ids of other entities were taken for those of the one. */
    @ParameterizedTest
    @EnumSource
    void aReferenceToAnyEntityThatIsToOneOnlyIsAskedAbout(Engine engine) throws SQLException {
        assertThat(end(engine, ANY, REFERENCE, "").reason())
                .contains("drop values of shop.Boat.at_kind")
                .contains("ids of other entities would be taken for those of \"shop.Pier\"");
        assertThat(end(engine, ANY, REFERENCE, "drop values of shop.Boat.at_kind = yes")
                        .outcome())
                .isEqualTo(Outcome.MIGRATED);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeGetsAnOffsetOfItsOwn(Engine engine) throws SQLException {
        String answer = "default shop.Visit.at.zoneOffset = 0";

        assertThat(end(engine, STORED, IN_COLUMN, "").reason())
                .contains("default shop.Visit.at.zoneOffset")
                .contains("0 is +00:00");
        assertThat(end(engine, STORED, IN_COLUMN, answer).outcome()).isEqualTo(Outcome.MIGRATED);
        assertThat(read(engine, STORED, IN_COLUMN, answer, "select at from Visit order by id"))
                .extracting(String::valueOf)
                .containsExactly("2024-01-03T07:30Z", "2024-01-05T07:30Z", "null");
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void theOffsetsOfTimesThatStayAreAskedAbout(Engine engine) throws SQLException {
        assertThat(end(engine, IN_COLUMN, STORED, "").reason())
                .contains("drop values of shop.Visit.at_tz")
                .contains("holds the offsets of \"at\"");
        assertThat(end(engine, IN_COLUMN, STORED, "drop values of shop.Visit.at_tz = yes")
                        .outcome())
                .isEqualTo(Outcome.MIGRATED);
    }
}
