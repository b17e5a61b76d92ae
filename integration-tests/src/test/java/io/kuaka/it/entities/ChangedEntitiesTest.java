package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of entities with rows that once went wrong, by the law of the random ones. */
@Tag("slow")
class ChangedEntitiesTest {
    static Outcome change(Engine engine, String before, String after) throws SQLException {
        String head = SketchedVersion.HEAD;
        List<EntityVersion> versions = EntityVersion.compile(List.of(head + before, head + after));
        return new EntityChange(versions.get(0), versions.get(1)).run(engine);
    }

    /** The links between the rows were asked about, although nothing but their owner changes. */
    @ParameterizedTest
    @EnumSource
    void aJoinTableKeepsItsLinksUnderAnotherOwner(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Integer id; }
                @Entity class Boat {
                    @Id @GeneratedValue Long id;
                    @ManyToMany @JoinTable(name = "berth", joinColumns = @JoinColumn(name = "boat"),
                            inverseJoinColumns = @JoinColumn(name = "pier")) Set<Pier> piers;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Integer id;
                    @ManyToMany @JoinTable(name = "berth", joinColumns = @JoinColumn(name = "pier"),
                            inverseJoinColumns = @JoinColumn(name = "boat")) Set<Boat> boats;
                }
                @Entity class Boat { @Id @GeneratedValue Long id; @ManyToMany(mappedBy = "boats") Set<Pier> piers; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** They were taken for new columns without a value on H2, MariaDB and MySQL. */
    @ParameterizedTest
    @EnumSource
    void requiredAttributesExchangeTheirColumns(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(nullable = false) Integer depth;
                    @Column(nullable = false) Integer width;
                }
                """;
        String after = """
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "width", nullable = false) Integer depth;
                    @Column(name = "depth", nullable = false) Integer width;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The index was made on the column of the attribute that has the name of the right column. */
    @ParameterizedTest
    @EnumSource
    void anIndexStaysWithItsAttributeWhenTwoAttributesExchangeTheirColumns(Engine engine) throws SQLException {
        String before = """
                @Entity @Table(indexes = @Index(name = "ix_pier", columnList = "depth"))
                class Pier { @Id Integer id; @Column Double depth; @Column Double width; }
                """;
        String after = """
                @Entity @Table(indexes = @Index(name = "ix_pier", columnList = "width"))
                class Pier { @Id Integer id; @Column(name = "width") Double depth; @Column(name = "depth") Double width; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The table of the parent came back before anything told that the rows of its former subclass lack one there. */
    @ParameterizedTest
    @EnumSource
    void aJoinedParentThatLacksTheRowsOfItsFormerSubclassStopsTheWayBackAtOnce(Engine engine) throws SQLException {
        String before = """
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                class Ship { @Id Integer id; @Column(length = 20) String flag; }
                @Entity class Ferry extends Ship { Integer seats; @ManyToOne Ship sister; }
                """;
        String after = """
                @Entity class Ferry { @Id @GeneratedValue Long id; Integer seats; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ONE_WAY);
    }

    /** The columns came back before anything told that none of the rows has a known kind. */
    @ParameterizedTest
    @EnumSource
    void aDiscriminatorThatNoRowHasAnyMoreStopsTheWayBackAtOnce(Engine engine) throws SQLException {
        String before = """
                @Entity class Ship { @Id Long id; @Column Integer length; }
                @Entity class Ferry extends Ship { @Column(unique = true) UUID code; @ManyToOne Ferry sister; }
                """;
        String after = """
                @Entity class Ship { @Id Long id; @Column Integer length; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ONE_WAY);
    }

    /** Two constraints were made of what Hibernate makes one of. */
    @ParameterizedTest
    @EnumSource
    void aColumnThatIsUniqueInItselfAndByANamedKeyHasOneConstraint(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id @Column(unique = true) Long id; @Column(unique = true, length = 20) String code; }
                @Entity class Boat { @Id Long id; @OneToOne Pier home; }
                """;
        String after = """
                @Entity @Table(uniqueConstraints = @UniqueConstraint(name = "uq_pier_code", columnNames = "code"))
                class Pier {
                    @Id @Column(unique = true) Long id;
                    @Column(unique = true, length = 20) String code;
                    @OneToMany @JoinTable(name = "berth", inverseJoinColumns = @JoinColumn(name = "boat"),
                            uniqueConstraints = @UniqueConstraint(name = "uq_berth_boat", columnNames = "boat"))
                    Set<Boat> boats;
                }
                @Entity @Table(indexes = @Index(name = "uq_boat_home", columnList = "home_id", unique = true))
                class Boat { @Id Long id; @OneToOne Pier home; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Nothing was asked, for the column is there before, under an attribute that leaves it. */
    @ParameterizedTest
    @EnumSource
    void aRequiredAttributeInAColumnThatAnotherOneLeavesIsAskedFor(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; @Column(length = 4000) String title; }
                """;
        String after = """
                @Entity class Pier {
                    @Id Long id;
                    @Column(name = "depth", length = 4000) String title;
                    @Column(name = "title", nullable = false, unique = true) Short depth;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ASKED);
    }

    /** The values of the attribute that moves with the table were dropped. */
    @ParameterizedTest
    @EnumSource
    void anAttributeInATableThatAnotherEntityTakesIsAskedAbout(Engine engine) throws SQLException {
        String before = """
                @Entity class Lamp { @Id @GeneratedValue Long id; Integer height; }
                @Entity @Table(name = "piers") class Pier { @Id @GeneratedValue Long id; Integer mark; }
                """;
        String after = """
                @Entity @Table(name = "piers") class Lamp { @Id @GeneratedValue Long id; Integer height; Integer mark; }
                @Entity @Table(name = "Lamp") class Pier { @Id @GeneratedValue Long id; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ASKED);
    }

    /** The way back had begun when the database noticed that there are no bytes for the rows. */
    @ParameterizedTest
    @EnumSource
    void aRequiredColumnThatNoRowHasAValueForStopsTheWayBackAtOnce(Engine engine) throws SQLException {
        String before = """
                @Entity class Lamp { @Id Long id; }
                @Entity class Pier { @Id Long id; @Column(nullable = false) byte[] plan; @Column(unique = true) Long code; }
                @Entity class Boat { @Id Long id; @ManyToOne @JoinColumn(nullable = false) Lamp lamp; Long code; }
                """;
        String after = """
                @Entity class Lamp { @Id Long id; }
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id Long id; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ONE_WAY);
    }

    /** The references would have lost the unique key that they need while the primary key changed. */
    @ParameterizedTest
    @EnumSource
    void aNaturalKeyGivesWayToANumberWhileReferencesStayOnIt(Engine engine) throws SQLException {
        String before = """
                @Entity class Port { @Id @Column(length = 20) String code; @Column(length = 40) String name; }
                @Entity class Ship {
                    @Id Integer id;
                    @ManyToOne(optional = false) @JoinColumn(name = "port_code", nullable = false) Port port;
                }
                """;
        String after = """
                @Entity class Port {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                    @Column(length = 20, unique = true, nullable = false) String code;
                    @Column(length = 40) String name;
                }
                @Entity class Ship {
                    @Id Integer id;
                    @ManyToOne(optional = false)
                    @JoinColumn(name = "port_code", referencedColumnName = "code", nullable = false) Port port;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** Rows that suit were refused where they are looked at before the first statement. */
    @ParameterizedTest
    @EnumSource
    void anEnumerationIsStoredByItsPositionInsteadOfItsName(Engine engine) throws SQLException {
        String before = """
                enum Wind { WEST, NORTH, SOUTH }
                @Entity class Pier { @Id Integer id; @Enumerated(EnumType.STRING) Wind wind; }
                """;

        assertThat(change(engine, before, before.replace("STRING", "ORDINAL"))).isEqualTo(Outcome.MIGRATED);
    }

    /**
     * A key over the order alone was made in between, the second time because another table changed meanwhile. There is no
     * way back to an order that isn't known.
     */
    @ParameterizedTest
    @EnumSource
    void aListWithAnOrderBecomesASet(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Integer id; @ElementCollection @OrderColumn List<String> names; }
                @Entity class Boat { @Id Integer id; @ManyToOne Pier home; Integer length; @ManyToOne Boat tug; }
                @Entity class Crane { @Id Integer id; @ManyToOne Pier pier; }
                """;
        String after = """
                @Entity class Pier { @Id Integer id; @ElementCollection Set<String> names; Integer depth; }
                @Entity @Table(indexes = @Index(name = "ix_boat_length", columnList = "length"))
                class Boat {
                    @Id Integer id; @ManyToOne Pier home; Integer length; @ManyToOne Boat tug;
                    @Column(unique = true) Integer mark;
                }
                @Entity class Crane { @Id Integer id; @ElementCollection Set<String> colours; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ONE_WAY);
    }

    /** It was asked whether the table is another one, with advice that nobody can follow. */
    @ParameterizedTest
    @EnumSource
    void theTableOfAGeneratorGetsAnotherName(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id @GeneratedValue(generator = "ids") @TableGenerator(name = "ids", table = "numbers") Long id;
                }
                """;

        assertThat(change(engine, before, before.replace("numbers", "ids"))).isEqualTo(Outcome.MIGRATED);
    }

    /** The columns were filled with one value that can't be a key. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void aRequiredReferenceByTwoColumnsIsRefusedForRowsThatAreThere(Engine engine) throws SQLException {
        String before = "@Entity class Dock { @EmbeddedId Key id; } @Entity class Pier { @Id Integer id; }";
        String after = before.replace("Integer id;", "Integer id; @ManyToOne(optional = false) Dock dock;");

        assertThat(change(engine, before, after)).isEqualTo(Outcome.REFUSED);
    }

    /** It was asked for one value, which would have filled both columns. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void aReferenceByTwoColumnsInTheKeyIsRefusedForRowsThatAreThere(Engine engine) throws SQLException {
        String before = "@Entity class Dock { @EmbeddedId Key id; } @Entity class Pier { @Id Integer id; }";
        String after = before.replace("Integer id;", "Integer id; @Id @ManyToOne Dock dock;");

        assertThat(change(engine, before, after)).isEqualTo(Outcome.REFUSED);
    }

    /** On SQLite, a row without a value got the text "----", which stopped the way back. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2"})
    void rowsWithoutAUuidHaveNoTextInItsPlace(Engine engine) throws SQLException {
        String before = "@Entity class Crew { @Id Long id; @Column(unique = true) UUID code; }";

        assertThat(change(engine, before, before.replace("UUID", "String"))).isEqualTo(Outcome.MIGRATED);
    }

    /** The check on the letters came before the letters, and by its name in the way back of another column. */
    @ParameterizedTest
    @EnumSource
    void renamedAttributesGetConvertersForBooleansAndLoseThem(Engine engine) throws SQLException {
        String before = """
                @Entity class Lamp {
                    @Id Long id;
                    @Column(nullable = false) Boolean lit;
                    @Convert(converter = org.hibernate.type.YesNoConverter.class) @Column(nullable = false) Boolean sold;
                    @Convert(converter = org.hibernate.type.TrueFalseConverter.class) Boolean broken;
                    Boolean spare;
                }
                """;
        String after = """
                @Entity class Lamp {
                    @Id Long id;
                    @RenamedFrom("lit") @Convert(converter = org.hibernate.type.YesNoConverter.class)
                    @Column(name = "is_on", nullable = false) Boolean on;
                    @RenamedFrom("sold") @Convert(converter = org.hibernate.type.TrueFalseConverter.class)
                    @Column(nullable = false) Boolean gone;
                    Boolean broken;
                    @Convert(converter = org.hibernate.type.NumericBooleanConverter.class) Boolean spare;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The rows of the renamed classes stopped the migration. */
    @ParameterizedTest
    @EnumSource
    void rowsOfAHierarchyInOneTableFollowItsRenamedClasses(Engine engine) throws SQLException {
        String before = """
                @Entity class Ship { @Id @GeneratedValue Long id; @Column(length = 20) String flag; }
                @Entity class Ferry extends Ship { Integer seats; }
                @Entity class Barge extends Ship { Integer freight; }
                """;
        String after = """
                @Entity @RenamedFrom("Ship") class Vessel { @Id @GeneratedValue Long id; @Column(length = 20) String flag; }
                @Entity @RenamedFrom("Ferry") class Liner extends Vessel { Integer seats; }
                @Entity class Barge extends Vessel { Integer freight; }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** SQLite took the column for the beginning of a constraint. */
    @ParameterizedTest
    @EnumSource
    void columnsCalledLikeConstraintsAreRead(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier {
                    @Id Long id;
                    @Column(name = "`check`", length = 20) String name;
                    @ElementCollection @CollectionTable(name = "`values`", joinColumns = @JoinColumn(name = "`primary`"))
                    @Column(name = "`unique`", length = 20) Set<String> names;
                }
                """;

        assertThat(change(engine, before, before.replace("length = 20", "length = 30")))
                .isEqualTo(Outcome.MIGRATED);
    }

    /** The column was taken for a new one without values, as its other attribute followed later. */
    @ParameterizedTest
    @EnumSource
    void aKeyThatIsAReferenceFollowsTheKeyThatItRefersTo(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }
                @Entity class Light {
                    @Id Long id; @MapsId @OneToOne Pier pier;
                    @ElementCollection Map<String, Integer> colours;
                }
                @Entity class Keeper { @Id Integer id; @OneToOne Light light; }
                """;
        String after = before.replace(
                "@GeneratedValue(strategy = GenerationType.IDENTITY) Long id", "@Column(name = \"number\") Long id");

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The reference would have lost its values. */
    @ParameterizedTest
    @EnumSource
    void aReferenceThatWasTheKeyGetsAColumnOfItsOwn(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Light { @Id Long id; @MapsId @OneToOne Pier pier; }
                """;
        String after = before.replace("@MapsId @OneToOne", "@OneToOne @JoinColumn(name = \"pier\")");

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The columns had exchanged half of their names before the values of one were looked at. */
    @ParameterizedTest
    @EnumSource
    void valuesThatDoNotSuitStopAnExchangeOfColumnsAtOnce(Engine engine) throws SQLException {
        String before = """
                enum Wind { WEST, NORTH, SOUTH }
                @Entity class Pier {
                    @Id Integer id;
                    @Column(nullable = false, length = 20) String name;
                    @Column(length = 20) String wind;
                }
                """;
        String after = """
                enum Wind { WEST, NORTH, SOUTH }
                @Entity class Pier {
                    @Id Integer id;
                    @Column(name = "wind", nullable = false, length = 20) String name;
                    @Enumerated(EnumType.STRING) @Column(name = "NAME") Wind wind;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.STOPPED);
    }

    /** MariaDB and MySQL refused to reverse it: the counted column was without a key for a moment. */
    @ParameterizedTest
    @EnumSource
    void aListInAJoinTableBecomesAnEntityThatNumbersItsRows(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat {
                    @Id Long id;
                    @ManyToMany @JoinTable(name = "berths", joinColumns = @JoinColumn(name = "boat_id"),
                            inverseJoinColumns = @JoinColumn(name = "pier_id")) @OrderColumn(name = "place") List<Pier> piers;
                }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id Long id; }
                @Entity @RenamedFrom("Boat.piers") class Berth {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @ManyToOne @JoinColumn(nullable = false) Boat boat;
                    @ManyToOne @JoinColumn(nullable = false) Pier pier;
                    @Column(nullable = false) Integer place;
                }
                """;

        assertThat(change(engine, before, after)).isEqualTo(Outcome.MIGRATED);
    }

    /** The key took the values of the reference without a question, and other rows referred to other ones. */
    @ParameterizedTest
    @EnumSource(names = "H2")
    void aKeyThatBecomesOneWithAReferenceIsAskedAbout(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Light { @Id Long id; @OneToOne @JoinColumn(nullable = false) Pier pier; }
                @Entity class Keeper { @Id Integer id; @OneToOne Light light; }
                """;
        String after = before.replace("@OneToOne @JoinColumn(nullable = false) Pier", "@MapsId @OneToOne Pier");

        assertThat(change(engine, before, after)).isEqualTo(Outcome.ASKED);
    }
}
