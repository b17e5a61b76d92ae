package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values for existing rows that are read from what the same migration removes, there and back, with rows. */
@Tag("slow")
class OneOffValuesTest {
    private static void change(Engine engine, Outcome outcome, String before, String after, String answers)
            throws SQLException {
        assertThat(AnsweredChangesTest.change(engine, before, after, answers)).isEqualTo(outcome);
    }

    private static final String MAPS = """
            @Entity class Pier { @Id Long id; }
            @Entity class Boat {
                @Id Long id;
                @ElementCollection @MapKeyColumn(name = "place", length = 20) Map<String, String> names;
                @ElementCollection Set<Spot> spots;
                @ManyToMany Set<Pier> piers;
            }
            @Embeddable record Spot(
                @Column(length = 60, nullable = false) String street, @Column(nullable = false) Integer number) {}
            """;
    private static final String LISTS = """
            @Entity class Pier { @Id Long id; }
            @Entity class Boat {
                @Id Long id;
                @ElementCollection @OrderColumn List<String> names;
                @ElementCollection @OrderColumn List<Spot> spots;
                @ManyToMany @OrderColumn List<Pier> piers;
            }
            @Embeddable record Spot(@Column(length = 60, nullable = false) String street) {}
            """;

    /** Its key was dropped before the rows were counted. Reversed, more than one row of a boat would have an empty key. */
    @ParameterizedTest
    @EnumSource
    void rowsAreCountedInTheOrderOfAKeyThatGoes(Engine engine) throws SQLException {
        change(engine, Outcome.ONE_WAY, MAPS, LISTS, """
                default shop.Boat.names.index = numbered
                default shop.Boat.piers.index = numbered
                rename shop.Boat.spots.element.number to index = no
                default shop.Boat.spots.index = numbered
                """);
    }

    /** On H2, MariaDB and MySQL the way back stopped half way. */
    @ParameterizedTest
    @EnumSource
    void keysAreMadeOfNumbersThatGo(Engine engine) throws SQLException {
        change(engine, Outcome.ONE_WAY, LISTS, MAPS, """
                default shop.Boat.names.key = sql concat('p', names_ORDER)
                rename shop.Boat.spots.index to element.number = no
                default shop.Boat.spots.element.number = sql spots_ORDER + 1
                """);
    }

    /** Ordered by the other values, two rows that are equal there stopped the migration. */
    @ParameterizedTest
    @EnumSource
    void rowsAreCountedInTheOrderOfAnIdThatGoes(Engine engine) throws SQLException {
        String before = "@Entity class Boat { @Id @Column(length = 20) String code; Integer width; }";
        String after = "@Entity class Boat { @Id @GeneratedValue Long id; Integer width; }";

        change(engine, Outcome.ONE_WAY, before, after, "default shop.Boat.id = numbered");
        change(engine, Outcome.ONE_WAY, after, before, "default shop.Boat.code = sql concat('c', id)");
    }

    @ParameterizedTest
    @EnumSource
    void anIdIsMadeOfTheKeyThatItReplaces(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id @ManyToOne Pier pier; @Id Integer number; String label; }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id Long id; String label; }
                """;

        change(engine, Outcome.ONE_WAY, before, after, """
                rename shop.Boat.number to id = no
                default shop.Boat.id = sql pier_id * 1000 + number
                """);
    }

    @ParameterizedTest
    @EnumSource
    void attributesAreMadeOfOthersThatGo(Engine engine) throws SQLException {
        String before = """
                @Entity class Boat {
                    @Id Long id;
                    @Column(nullable = false) Integer depth;
                    @Column(nullable = false) Integer width;
                    Integer size;
                }
                """;
        String after = """
                @Entity class Boat {
                    @Id Long id;
                    @RenamedFrom("width") @Column(nullable = false) Integer breadth;
                    @Column(nullable = false, length = 40) String label;
                    @Column(nullable = false) Integer size;
                }
                """;

        change(engine, Outcome.MIGRATED, before, after, """
                default shop.Boat.label = sql concat(breadth, 'x', depth)
                default shop.Boat.size = sql depth
                """);
    }

    /** On SQLite, the table was dropped before the other one was made anew with its values. */
    @ParameterizedTest
    @EnumSource
    void attributesAreMadeOfRowsThatGo(Engine engine) throws SQLException {
        String before = """
                @Entity class Boat { @Id Long id; }
                @Entity class Mark { @Id Long id; @Column(name = "boat_no") Long boat; @Column(length = 40) String note; }
                @Entity class Trip { @Id Long id; @Column(name = "boat_no") Long boat; Integer miles; }
                """;
        String after = """
                @Entity class Boat {
                    @Id Long id;
                    @Column(nullable = false, length = 40) String note;
                    @Column(nullable = false) Integer total;
                }
                @Entity class Trip { @Id Long id; @Column(name = "boat_no") Long boat; }
                """;

        change(engine, Outcome.MIGRATED, before, after, """
                default shop.Boat.note = sql coalesce((select max(m.note) from Mark m where m.boat_no = Boat.id), '-')
                default shop.Boat.total = sql coalesce((select sum(t.miles) from Trip t where t.boat_no = Boat.id), 0)
                """);
    }
}
