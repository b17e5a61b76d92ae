package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;
import org.hibernate.annotations.PropertyRef;

/** Keys of several parts, keys that are shared, and references to other than the primary key. */
public final class Keys {
    private Keys() {}

    @Embeddable
    static class SeatKey implements Serializable {
        @Column(name = "seat_row")
        int row;

        @Column(name = "letter", length = 2)
        String letter;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatKey key && row == key.row && Objects.equals(letter, key.letter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(row, letter);
        }
    }

    @Entity(name = "Seat")
    static class Seat {
        @EmbeddedId
        SeatKey key;

        @Column(length = 20)
        String kind;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @EmbeddedId
        SeatKey key;

        @MapsId
        @OneToOne
        Seat seat;

        @ManyToOne
        @JoinColumns(
                value = {
                    @JoinColumn(name = "next_row", referencedColumnName = "seat_row"),
                    @JoinColumn(name = "next_letter", referencedColumnName = "letter")
                },
                foreignKey = @ForeignKey(name = "fk_ticket_next"))
        Seat next;
    }

    static class LineId implements Serializable {
        long order;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && order == id.order && position == id.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(order, position);
        }
    }

    @Entity(name = "PurchaseOrder")
    static class PurchaseOrder {
        @Id
        long id;

        @NaturalId
        @Column(length = 20)
        String number;
    }

    @Entity(name = "Line")
    @IdClass(LineId.class)
    static class Line {
        @Id
        @ManyToOne
        PurchaseOrder order;

        @Id
        @Column(name = "line_position")
        int position;

        @ManyToOne
        @JoinColumn(name = "order_number", referencedColumnName = "number")
        PurchaseOrder byNumber;
    }

    @Embeddable
    static class ShipmentKey implements Serializable {
        LineKey line;

        int part;

        @Override
        public boolean equals(Object other) {
            return other instanceof ShipmentKey key && part == key.part && Objects.equals(line, key.line);
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, part);
        }
    }

    @Embeddable
    static class LineKey implements Serializable {
        long order;

        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineKey key && order == key.order && position == key.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(order, position);
        }
    }

    @Entity(name = "Shipment")
    static class Shipment {
        @EmbeddedId
        ShipmentKey key;

        @MapsId("line")
        @ManyToOne
        @JoinColumns({
            @JoinColumn(name = "order_id", referencedColumnName = "order_id"),
            @JoinColumn(name = "line_position", referencedColumnName = "line_position")
        })
        Line line;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        long id;

        @OneToOne(mappedBy = "person")
        Passport passport;

        @OneToOne
        @PrimaryKeyJoinColumn
        Badge badge;
    }

    @Entity(name = "Passport")
    static class Passport {
        @Id
        long id;

        @MapsId
        @OneToOne(optional = false)
        @JoinColumn(name = "person_id")
        Person person;
    }

    @Entity(name = "Badge")
    static class Badge {
        @Id
        long id;

        @OneToOne
        @JoinColumn(nullable = false)
        Person bearer;
    }

    static class PlateKey {
        String state;
        String letters;
    }

    @Entity(name = "Car")
    @NaturalIdClass(PlateKey.class)
    static class Car {
        @Id
        long id;

        @NaturalId
        @Column(length = 3)
        String state;

        @NaturalId
        @Column(length = 8)
        String letters;

        @Column(unique = true, nullable = false, length = 17)
        String chassis;
    }

    @Entity(name = "Fine")
    static class Fine {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "chassis")
        @PropertyRef("chassis")
        Car car;
    }

    @Entity(name = "Label")
    static class Label {
        @Id
        @Column(length = 20, unique = true)
        String text;
    }

    /** Two references by one column, of which Hibernate holds only one to a foreign key. */
    @Entity(name = "Sticker")
    static class Sticker {
        @Id
        long id;

        @Column(name = "subject_id")
        long subject;

        @OneToOne
        @JoinColumn(name = "subject_id", insertable = false, updatable = false)
        Badge badge;

        @OneToOne
        @JoinColumn(name = "subject_id", insertable = false, updatable = false)
        Car car;

        @OneToOne
        @JoinColumn(name = "subject_id", insertable = false, updatable = false)
        Fine fine;
    }
}
