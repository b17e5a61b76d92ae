package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.graph.Target;
import io.kuaka.it.support.Engine;
import io.kuaka.migration.MigrationNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections with a {@code @CollectionId} that become entities, and the reverse: no id is given out twice. */
@Tag("slow")
class KeyedCollectionsTest {
    private static final String COLLECTION = """
            @Entity class Pier { @Id Long id; }
            @Entity class Boat {
                @Id Long id;
                @ManyToMany %s
                @org.hibernate.annotations.CollectionId(column = @Column(name = "link_id"), generator = "%s")
                @org.hibernate.annotations.CollectionIdJavaClass(idType = Long.class)
                List<Pier> piers;
            }
            """;
    private static final String ENTITY = """
            @Entity class Pier { @Id Long id; }
            @Entity class Boat { @Id Long id; }
            @Entity @Table(name = "Boat_Pier") class Berth {
                @Id %s @Column(name = "link_id") Long id;
                @ManyToOne @JoinColumn(name = "Boat_id", nullable = false) Boat boat;
                @ManyToOne @JoinColumn(name = "piers_id", nullable = false) Pier pier;
            }
            """;
    private static final List<String> COLLECTIONS = List.of(
            COLLECTION.formatted("", "sequence"),
            COLLECTION.formatted(
                    "@SequenceGenerator(name = \"links\", sequenceName = \"links\", allocationSize = 10)", "links"),
            COLLECTION.formatted("@TableGenerator(name = \"links\", table = \"links\", allocationSize = 5)", "links"));
    private static final List<String> ENTITIES = List.of(
            ENTITY.formatted("@GeneratedValue"),
            ENTITY.formatted("@GeneratedValue(strategy = GenerationType.TABLE)"),
            ENTITY.formatted("@GeneratedValue(generator = \"berths\")"
                    + " @SequenceGenerator(name = \"berths\", allocationSize = 20)"));

    /** Not on SQLite, where Hibernate can't take a number while it writes rows. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void noIdIsGivenOutTwice(Engine engine) throws SQLException {
        List<EntityVersion> versions = EntityVersion.compile(Stream.concat(COLLECTIONS.stream(), ENTITIES.stream())
                .map(SketchedVersion.HEAD::concat)
                .toList());
        int collections = COLLECTIONS.size();
        for (EntityVersion collection : versions.subList(0, collections)) {
            for (EntityVersion entity : versions.subList(collections, versions.size())) {
                assertIdsAreNew(engine, collection, entity, "rename shop.Boat.piers to Berth = yes");
                assertIdsAreNew(engine, entity, collection, "rename shop.Berth to Boat.piers = yes");
            }
        }
    }

    /** The last id is given out and its row deleted, before each step. */
    private static void assertIdsAreNew(Engine engine, EntityVersion before, EntityVersion after, String answers)
            throws SQLException {
        List<MigrationNode> history = new ArrayList<>(detect(List.of(), before, ""));
        history.addAll(detect(history, after, answers));
        EntityDatabase database = new EntityDatabase(engine, history);
        List<Target> first = List.of(Target.at(history.get(0).key()));
        NavigableSet<Long> given = new TreeSet<>();

        database.migrate(first);
        insert(database, before, 0, given);
        database.migrate(List.of(Target.everything()));
        insert(database, after, 500, given);
        database.migrate(first);
        insert(database, before, 1000, given);
        database.migrate(List.of(Target.everything()));
        insert(database, after, 1500, given);
        assertThat(database.differences()).isEmpty();
    }

    private static void insert(EntityDatabase database, EntityVersion version, int number, NavigableSet<Long> given)
            throws SQLException {
        long last = given.isEmpty() ? 0 : given.last();
        database.insert(version, number);
        List<Long> ids =
                StoredValues.of(database.database(), version.state()).byColumn().get("Boat_Pier.link_id").stream()
                        .map(Long::valueOf)
                        .filter(id -> !given.contains(id))
                        .toList();
        assertThat(ids).as(version.source()).hasSizeGreaterThan(2).allMatch(id -> id > last);
        given.addAll(ids);
        try (Connection connection = database.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from Boat_Pier where link_id = " + given.last());
        }
    }

    private static List<MigrationNode> detect(List<MigrationNode> history, EntityVersion version, String answers) {
        return Autodetector.detect(
                        MigrationGraph.of(history),
                        version.state(),
                        new AnswersQuestioner(Answers.parse(answers)),
                        version.options())
                .migrations();
    }
}
