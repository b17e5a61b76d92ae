package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections and join tables that get another owner or shape, and attributes that become one, with rows. */
@Tag("slow")
class MovedCollectionsTest {
    /** The table was dropped and another one created, without a question. */
    @ParameterizedTest
    @EnumSource
    void aCollectionFollowsItsAttributeUpInAHierarchy(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class Ship { @Id Long id; String flag; }
                @Entity class Ferry extends Ship { @ElementCollection Set<String> decks; @ManyToMany Set<Pier> calls; }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                class Ship { @Id Long id; String flag; @ElementCollection Set<String> decks; @ManyToMany Set<Pier> calls; }
                @Entity class Ferry extends Ship {}
                """;
        String answers = """
                rename shop.Ferry.calls to Ship.calls = yes
                rename shop.Ferry.decks to Ship.decks = yes
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, answers)).isEqualTo(Outcome.MIGRATED);
    }

    /** The way there had no question, and the links were gone. */
    @ParameterizedTest
    @EnumSource
    void aJoinTableFollowsItsAttributeIntoTheOneTableOfAHierarchy(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity @Inheritance(strategy = InheritanceType.JOINED) class Ship { @Id Long id; String flag; }
                @Entity class Ferry extends Ship { @ManyToMany Set<Pier> calls; }
                """;
        String answers = """
                rename shop.Ferry.calls to Ship.calls = yes
                default shop.Ship.DTYPE = sql (select coalesce(max('Ferry'), 'Ship') from Ferry f where f.id = Ship.id)
                """;

        // Without rows in the table of the class, the links can't go back to it.
        assertThat(AnsweredChangesTest.change(engine, before, before.replace("JOINED", "SINGLE_TABLE"), answers))
                .isEqualTo(Outcome.ONE_WAY);
    }

    /** The links were dropped without a question, as the entity has a table of another name. */
    @ParameterizedTest
    @EnumSource
    void aJoinTableGetsAnEntityUnderAnotherName(Engine engine) throws SQLException {
        String before = """
                @Entity class Crew { @Id Long id; }
                @Entity class Boat { @Id Long id; @ManyToMany Set<Crew> crews; @ManyToMany Set<Boat> tugs; }
                """;
        String after = """
                @Entity class Crew { @Id Long id; }
                @Entity class Boat { @Id Long id; }
                @Entity class Duty {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ManyToOne @JoinColumn(nullable = false) Boat boat;
                    @ManyToOne @JoinColumn(nullable = false) Crew crew;
                    Integer hours;
                }
                @Entity class Tow {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ManyToOne @JoinColumn(nullable = false) Boat boat;
                    @ManyToOne @JoinColumn(nullable = false) Boat tug;
                }
                """;
        String answers = """
                rename shop.Boat.crews to Duty = yes
                rename shop.Duty.element to crew = yes
                rename shop.Boat.tugs to Tow = yes
                rename shop.Tow.owner to boat = yes
                rename shop.Tow.element to tug = yes
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, answers)).isEqualTo(Outcome.MIGRATED);
    }

    /** The rows were dropped without a question. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void aCollectionThatBecomesAnEntityUnderAnotherNameIsAskedAbout(Engine engine) throws SQLException {
        String before = "@Entity class Boat { @Id Long id; @ElementCollection Set<Place> places; }";
        String after = """
                @Entity class Boat { @Id Long id; }
                @Entity class Visit {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ManyToOne Boat boat;
                    @Column(length = 60) String street;
                    Integer number;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.ASKED);
        assertThat(ChangedEntitiesTest.change(engine, after, before)).isEqualTo(Outcome.ASKED);
    }

    /** The values were dropped without a question. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void attributesThatBecomeCollectionsAreAskedAboutAndBackAgain(Engine engine) throws SQLException {
        String before = "@Entity class Boat { @Id Long id; @Column(length = 40) String name; Place home; }";
        String after = """
                @Entity class Boat {
                    @Id Long id;
                    @ElementCollection @Column(length = 40) Set<String> name;
                    @ElementCollection Set<Place> home;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.ASKED);
        assertThat(ChangedEntitiesTest.change(engine, after, before)).isEqualTo(Outcome.ASKED);
    }

    /** Whoever had the links copied was also asked to drop them. */
    @ParameterizedTest
    @EnumSource
    void linksThatAreCopiedAreAskedAboutOnce(Engine engine) throws SQLException {
        String before = """
                @Entity class Boat { @Id Long id; }
                @Entity class Pier { @Id Long id; @OneToMany @JoinColumn(name = "pier_id") Set<Boat> boats; }
                """;
        String after = before.replace("@JoinColumn(name = \"pier_id\")", "");

        assertThat(AnsweredChangesTest.change(
                        engine, before, after, "copy links of shop.Boat.pier_id to Pier.boats = yes"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The unique key over the columns of a reference came before these had their names: the migration couldn't be made. */
    @ParameterizedTest
    @EnumSource
    void aMemberOfAKeyGetsAnotherColumnWhileAnotherOneGetsAnotherType(Engine engine) throws SQLException {
        String before = """
                @Embeddable record LineKey(Integer bill, Integer pos) implements java.io.Serializable {}
                @Entity class Line { @EmbeddedId LineKey id; @ElementCollection Set<String> tags; }
                @Entity class Remark { @Id Long id; @ManyToOne Line line; }
                """;
        String after = before.replace("Integer bill, Integer pos", "Long bill, @Column(name = \"place\") Integer pos");

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Both had the values of one of them afterwards. */
    @ParameterizedTest
    @EnumSource
    void attributesExchangeTheirColumnsBack(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "width") Integer depth;
                    @Column(name = "depth") Integer width;
                }
                """;
        String after = "@Entity class Pier { @Id Integer id; Integer depth; Integer width; }";

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The rows had no place in the list, and Hibernate couldn't read it. */
    @ParameterizedTest
    @EnumSource
    void rowsGetTheirPlacesInAListThatAReferenceKeeps(Engine engine) throws SQLException {
        String before = """
                @Entity class Boat { @Id Long id; }
                @Entity class Pier { @Id Long id; @OneToMany @JoinColumn(name = "pier_id") List<Boat> boats; }
                """;
        String after = before.replace("List<Boat>", "@OrderColumn(name = \"place\") List<Boat>");

        assertThat(AnsweredChangesTest.change(engine, before, after, "default shop.Boat.place = numbered"))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** No number was offered for the rows, as it is for lists, and whoever gave an expression had to find one. */
    @ParameterizedTest
    @EnumSource
    void collectionsAndLinksGetNumbersAsRowsOfAnEntity(Engine engine) throws SQLException {
        String before = """
                @Entity class Crew { @Id Long id; }
                @Entity class Boat {
                    @Id Long id;
                    @ElementCollection @Column(name = "name", nullable = false) Set<String> names;
                    @ElementCollection Set<Place> places;
                    @ManyToMany Set<Crew> crews;
                    @ManyToMany @JoinTable(name = "Tow") Set<Crew> guests;
                }
                """;
        String after = """
                @Entity class Crew { @Id Long id; }
                @Entity class Boat { @Id Long id; }
                @Entity @Table(name = "Boat_names") class Name {
                    @Id @GeneratedValue Long id;
                    @ManyToOne @JoinColumn(name = "Boat_id", nullable = false) Boat boat;
                    @Column(nullable = false) String name;
                }
                @Entity class Visit {
                    @Id @GeneratedValue(strategy = GenerationType.TABLE) Integer id;
                    @ManyToOne @JoinColumn(nullable = false) Boat boat;
                    @Column(length = 60) String street;
                    Integer number;
                }
                @Entity class Duty {
                    @Id @GeneratedValue(generator = "duties")
                    @SequenceGenerator(name = "duties", allocationSize = 10) Long id;
                    @ManyToOne @JoinColumn(nullable = false) Boat boat;
                    @ManyToOne @JoinColumn(nullable = false) Crew crew;
                }
                @Entity class Tow {
                    @Id @org.hibernate.annotations.NativeGenerator Long id;
                    @ManyToOne @JoinColumn(name = "Boat_id", nullable = false) Boat boat;
                    @ManyToOne @JoinColumn(name = "guests_id", nullable = false) Crew crew;
                }
                """;
        String answers = """
                rename shop.Boat.names to Name = yes
                default shop.Name.id = numbered
                rename shop.Boat.places to Visit = yes
                default shop.Visit.id = numbered
                rename shop.Boat.crews to Duty = yes
                rename shop.Duty.element to crew = yes
                default shop.Duty.id = numbered
                rename shop.Boat.guests to Tow = yes
                default shop.Tow.id = numbered
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, answers)).isEqualTo(Outcome.MIGRATED);
    }

    /** The same for rows that had a key of another kind, and for a collection whose table has no key. */
    @ParameterizedTest
    @EnumSource
    void rowsGetNumbersInPlaceOfAnotherKeyOrNone(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id @Column(length = 30) String code; Integer depth; }
                @Entity class Boat { @EmbeddedId Key id; @ElementCollection List<String> names; }
                """;
        String after = """
                @Entity class Pier { @Id @GeneratedValue Integer id; @Column(length = 30) String code; Integer depth; }
                @Entity class Boat { @EmbeddedId Key id; }
                @Entity @Table(name = "Boat_names") class Name {
                    @Id @GeneratedValue Long id;
                    @ManyToOne @JoinColumn(name = "Boat_shelf", referencedColumnName = "shelf", nullable = false)
                    @JoinColumn(name = "Boat_slot", referencedColumnName = "slot", nullable = false) Boat boat;
                    String names;
                }
                """;
        String answers = """
                rename shop.Boat.names to Name = yes
                default shop.Name.id = numbered
                default shop.Pier.id = numbered
                """;

        assertThat(AnsweredChangesTest.change(engine, before, after, answers)).isEqualTo(Outcome.MIGRATED);
    }

    /** The key of the collection was made of its positions alone for a moment, because a column of the owner is renamed meanwhile. */
    @ParameterizedTest
    @EnumSource
    void aListBecomesASetWhileItsOwnerChanges(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Long id;
                    @ElementCollection @OrderColumn @Column(length = 40) List<String> names;
                    @Column(unique = true) Long grade;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @ElementCollection @Column(length = 40) Set<String> names;
                    @Column(name = "mark", unique = true) Long grade;
                }
                """;

        assertThat(ChangedEntitiesTest.change(engine, before, after)).isEqualTo(Outcome.ONE_WAY);
    }
}
