package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.uuid;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids, what numbers them, and references to composite ones. */
class KeysTest {
    @Entity(name = "Assigned")
    static class Assigned {
        @Id
        @Column(length = 2)
        String code;
    }

    @Entity(name = "Numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        int id;
    }

    @Entity(name = "Random")
    static class Random {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Test
    void readsAssignedIdentityAndUuidKeys() {
        ProjectState state = Reading.read(Assigned.class, Numbered.class, Random.class);

        assertThat(state.model(Reading.key("Assigned")).primaryKey())
                .containsExactly(varchar("code", 2).primaryKey());
        assertThat(state.model(Reading.key("Numbered")).primaryKey())
                .containsExactly(integer("id").primaryKey().identity());
        assertThat(state.model(Reading.key("Random")).primaryKey())
                .containsExactly(uuid("id").primaryKey());
        assertThat(state.sequences()).isEmpty();
    }

    @Entity(name = "Auto")
    static class Auto {
        @Id
        @GeneratedValue
        long id;
    }

    @Entity(name = "Stepped")
    static class Stepped {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "steps")
        @SequenceGenerator(
                name = "steps",
                sequenceName = "steps_seq",
                schema = "counters",
                initialValue = 100,
                allocationSize = 5)
        long id;
    }

    @Entity(name = "Zebra")
    static class Zebra {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
        @SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 1)
        long id;
    }

    @Entity(name = "Aardvark")
    static class Aardvark {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
        @SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 1)
        long id;
    }

    @Test
    void readsSequencesWithTheirStartAndStep() {
        ProjectState state = Reading.read(Auto.class, Stepped.class, Zebra.class, Aardvark.class);

        assertThat(state.sequences().values())
                .containsExactlyInAnyOrder(
                        Sequence.sequence("Auto_SEQ").incrementedBy(50),
                        Sequence.sequence("steps_seq")
                                .schema("counters")
                                .startingAt(100)
                                .incrementedBy(5),
                        Sequence.sequence("shared_seq"));
    }

    @Entity(name = "Tabled")
    static class Tabled {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "rows")
        @TableGenerator(name = "rows", table = "id_rows", pkColumnName = "kind", valueColumnName = "last")
        long id;
    }

    @Test
    void readsTheTableOfAGenerator() {
        assertThat(Reading.model("id_rows", Tabled.class))
                .isEqualTo(io.kuaka.state.Fields.model("id_rows")
                        .fields(
                                varchar("kind", 255).primaryKey(),
                                bigint("last").nullable()));
    }

    @Embeddable
    static class RoomId implements Serializable {
        private static final long serialVersionUID = 1L;

        String wing;

        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof RoomId id && id.number == number && Objects.equals(id.wing, wing);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Entity(name = "Room")
    static class Room {
        @EmbeddedId
        RoomId id;

        @ManyToOne
        Room next;
    }

    @Test
    void readsAnEmbeddedIdInTheOrderOfThePrimaryKeyAndReferencesInTheSame() {
        ModelState room = Reading.model("Room", Room.class, RoomId.class);

        Reading.assertFields(
                room,
                integer("id.number").primaryKey(),
                varchar("id.wing", 255).primaryKey(),
                reference("next", "hibernate.Room")
                        .columns("next_number", "next_wing")
                        .nullable());
    }

    static class SeatId implements Serializable {
        private static final long serialVersionUID = 1L;

        RoomId room;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatId id && id.position == position && Objects.equals(id.room, room);
        }

        @Override
        public int hashCode() {
            return position;
        }
    }

    @Entity(name = "Seat")
    @IdClass(SeatId.class)
    static class Seat {
        @Id
        @ManyToOne
        Room room;

        @Id
        int position;

        @ManyToOne
        Seat neighbour;
    }

    @Test
    void readsAnIdClassWithAReferenceInTheKey() {
        ModelState seat = Reading.model("Seat", Seat.class, Room.class, RoomId.class);

        assertThat(seat.primaryKey())
                .containsExactlyInAnyOrder(
                        integer("position").primaryKey(),
                        reference("room", "hibernate.Room")
                                .columns("room_number", "room_wing")
                                .primaryKey());
        assertThat(seat.field("neighbour").columns())
                .containsExactlyInAnyOrder("neighbour_position", "neighbour_room_number", "neighbour_room_wing");
    }

    @Entity(name = "Key")
    static class Key {
        @EmbeddedId
        KeyId id;

        @MapsId("room")
        @ManyToOne
        @JoinColumn(name = "room_number", referencedColumnName = "number")
        @JoinColumn(name = "room_wing", referencedColumnName = "wing")
        Room room;
    }

    @Embeddable
    static class KeyId implements Serializable {
        private static final long serialVersionUID = 1L;

        RoomId room;
        long serial;

        @Override
        public boolean equals(Object other) {
            return other instanceof KeyId id && id.serial == serial && Objects.equals(id.room, room);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(serial);
        }
    }

    @Test
    void readsAKeyThatIsPartlyThatOfAnotherEntity() {
        ModelState key = Reading.model("Key", Key.class, KeyId.class, Room.class, RoomId.class);

        assertThat(key.fields().values())
                .contains(
                        bigint("id.serial").primaryKey(),
                        integer("id.room.number").column("room_number").primaryKey(),
                        varchar("id.room.wing", 255).column("room_wing").primaryKey(),
                        reference("room", "hibernate.Room").columns("room_number", "room_wing"));
    }

    @Entity(name = "Profile")
    static class Profile {
        @Id
        long id;

        @MapsId
        @OneToOne
        Assigned2 owner;
    }

    @Entity(name = "Assigned2")
    static class Assigned2 {
        @Id
        long id;

        @OneToOne(mappedBy = "owner")
        Profile profile;
    }

    @Test
    void readsAKeyThatIsThatOfAnotherEntity() {
        Reading.assertFields(
                Reading.model("Profile", Profile.class, Assigned2.class),
                bigint("id").column("owner_id").primaryKey(),
                reference("owner", "hibernate.Assigned2"));
    }

    @Entity(name = "Passport")
    static class Passport {
        @Id
        long id;

        @OneToOne(optional = false)
        @PrimaryKeyJoinColumn
        Assigned2 holder;
    }

    @Test
    void readsAOneToOneThatSharesThePrimaryKey() {
        Reading.assertFields(
                Reading.model("Passport", Passport.class, Assigned2.class, Profile.class),
                bigint("id").primaryKey(),
                reference("holder", "hibernate.Assigned2").column("id"));
    }
}
