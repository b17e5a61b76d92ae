package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.autodetect.question.Answers;
import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes that are asked about, with the answers that are offered, and with rows. */
@Tag("slow")
class AnsweredChangesTest {
    static Outcome change(Engine engine, String before, String after, String answers) throws SQLException {
        String head = SketchedVersion.HEAD;
        List<EntityVersion> versions = EntityVersion.compile(List.of(head + before, head + after));
        EntityChange change = new EntityChange(versions.get(0), versions.get(1));
        assertThat(change.run(engine)).isEqualTo(Outcome.ASKED);
        return new EntityChange(versions.get(0), versions.get(1), Answers.parse(answers)).run(engine);
    }

    /** Zero was offered, which only one row of each owner can have. */
    @ParameterizedTest
    @EnumSource
    void rowsOfCollectionsAreNumberedThatBecomeLists(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat {
                    @EmbeddedId Key id;
                    @ElementCollection @Column(nullable = false) Set<String> names;
                    @ElementCollection Set<Place> places;
                    @ManyToMany List<Pier> piers;
                }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat {
                    @EmbeddedId Key id;
                    @ElementCollection @OrderColumn @Column(nullable = false) List<String> names;
                    @ElementCollection @OrderColumn(name = "place") List<Place> places;
                    @ManyToMany @OrderColumn List<Pier> piers;
                }
                """;
        String answers = """
                default shop.Boat.names.index = numbered
                default shop.Boat.places.index = numbered
                default shop.Boat.piers.index = numbered
                """;

        assertThat(change(engine, before, after, answers)).isEqualTo(Outcome.MIGRATED);
    }

    /** A constant was refused unless it was typed as a number. */
    @ParameterizedTest
    @EnumSource
    void rowsGetAConstantByItsName(Engine engine) throws SQLException {
        String before = "enum Wind { WEST, NORTH } @Entity class Pier { @Id Long id; }";
        String after = """
                enum Wind { WEST, NORTH }
                @Entity class Pier {
                    @Id Long id;
                    @Column(nullable = false) Wind wind;
                    @Column(nullable = false) @Enumerated(EnumType.STRING) Wind name;
                }
                """;

        assertThat(change(engine, before, after, "default shop.Pier.wind = NORTH\ndefault shop.Pier.name = 'WEST'"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** All columns of the subclasses were dropped and made anew in the one table without a word. */
    @ParameterizedTest
    @EnumSource
    void valuesMoveToTheTableOfAHierarchyOnlyIfNobodyNeedsThem(Engine engine) throws SQLException {
        String before = """
                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Ship { @Id Long id; String flag; }
                @Entity class Ferry extends Ship { Integer seats; }
                @Entity class Barge extends Ship { Integer freight; }
                """;
        String answers = """
                drop moved values of shop.Barge.flag freight = yes
                drop moved values of shop.Ferry.flag seats = yes
                """;

        assertThat(change(engine, before, before.replace("TABLE_PER_CLASS", "SINGLE_TABLE"), answers))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The migration stopped at rows with the former name, and nobody had been asked. */
    @ParameterizedTest
    @EnumSource
    void constantsInKeysOfMapsAndCollectionsAreRenamed(Engine engine) throws SQLException {
        String before = """
                enum Wind { WEST, NORTH, EAST }
                @Entity class Pier {
                    @Id Long id;
                    @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Wind, String> signs;
                    @ElementCollection @Enumerated(EnumType.STRING) @Column(nullable = false) Set<Wind> open;
                }
                """;
        String answers = """
                rename shop.Pier.signs.key.WEST to SOUTH = yes
                rename shop.Pier.open.element.WEST to SOUTH = yes
                """;

        assertThat(change(engine, before, before.replace("WEST", "SOUTH"), answers))
                .isEqualTo(Outcome.MIGRATED);
    }
}
