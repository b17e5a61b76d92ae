package io.kuaka.it.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.it.entities.EntityChange.Outcome;
import io.kuaka.it.support.Engine;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Join tables that become entities with a key of two references, and the reverse, with rows. */
@Tag("slow")
class LinkEntitiesTest {
    /** The columns of the key were asked about, although the references beside it have them. */
    @ParameterizedTest
    @EnumSource
    void theReferencesBringTheirValuesIntoTheKey(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id Long id; @ManyToMany Set<Pier> piers; }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @Id Long id; }
                @Embeddable record BerthKey(Long boatId, Long pierId) implements java.io.Serializable {}
                @Entity class Berth {
                    @EmbeddedId BerthKey id;
                    @MapsId("boatId") @ManyToOne Boat boat;
                    @MapsId("pierId") @ManyToOne Pier pier;
                    Integer number;
                }
                """;
        thereAndBack(engine, before, after, "Boat.piers", "Berth");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceOfSeveralColumnsIsPartOfTheKey(Engine engine) throws SQLException {
        String before = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @EmbeddedId Key id; @ManyToMany Set<Pier> piers; }
                """;
        String after = """
                @Entity class Pier { @Id Long id; }
                @Entity class Boat { @EmbeddedId Key id; }
                @Embeddable record BerthKey(Key boat, Long pier) implements java.io.Serializable {}
                @Entity @Table(name = "Boat_Pier") class Berth {
                    @EmbeddedId BerthKey id;
                    @MapsId("boat") @ManyToOne Boat boat;
                    @MapsId("pier") @ManyToOne @JoinColumn(name = "piers_id") Pier pier;
                }
                """;
        thereAndBack(engine, before, after, "Boat.piers", "Berth");
    }

    /** The rows of the audit table were to be dropped, as it wasn't taken for the same one. */
    @ParameterizedTest
    @EnumSource
    void theAuditTableStays(Engine engine) throws SQLException {
        String before = """
                @org.hibernate.envers.Audited @Entity class Boat {
                    @Id Long id;
                    @ManyToMany
                    @JoinTable(name = "Towing", joinColumns = @JoinColumn(name = "tug"), inverseJoinColumns = @JoinColumn(name = "towed"))
                    Set<Boat> towed;
                }
                """;
        String after = """
                @org.hibernate.envers.Audited @Entity class Boat { @Id Long id; }
                @Embeddable record TowKey(Long tug, Long towed) implements java.io.Serializable {}
                @org.hibernate.envers.Audited @Entity @Table(name = "Towing") class Tow {
                    @EmbeddedId TowKey id;
                    @MapsId("tug") @ManyToOne @JoinColumn(name = "tug") Boat tug;
                    @MapsId("towed") @ManyToOne @JoinColumn(name = "towed") Boat towed;
                }
                """;
        thereAndBack(engine, before, after, "Boat.towed", "Tow");
    }

    private static void thereAndBack(Engine engine, String before, String after, String links, String entity)
            throws SQLException {
        String there = "rename shop." + links + " to " + entity + " = yes";
        String back = "rename shop." + entity + " to " + links + " = yes";

        assertThat(AnsweredChangesTest.change(engine, before, after, there)).isEqualTo(Outcome.MIGRATED);
        assertThat(AnsweredChangesTest.change(engine, after, before, back)).isEqualTo(Outcome.MIGRATED);
    }
}
