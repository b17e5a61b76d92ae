package io.kuaka.it.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.Parent;
import org.hibernate.annotations.TargetEmbeddable;
import org.hibernate.type.YesNoConverter;

/** Embedded values: twice in one entity, within each other, with overrides, as records, behind interfaces. */
public final class Embeddables {
    private Embeddables() {}

    @Entity(name = "Town")
    static class Town {
        @Id
        long id;
    }

    @Embeddable
    static class Address {
        @Parent
        Object owner;

        @Column(length = 100)
        String street;

        Boolean confirmed;

        @ManyToOne
        Town town;

        Position position;

        public Object getOwner() {
            return owner;
        }

        public void setOwner(Object owner) {
            this.owner = owner;
        }
    }

    @Embeddable
    record Position(@Column(nullable = false) double latitude, double longitude) {}

    interface Contact {}

    @Embeddable
    static class Phone implements Contact {
        @Column(length = 20)
        String number;
    }

    @MappedSuperclass
    @Access(AccessType.FIELD)
    static class Party {
        @Id
        long id;

        @Column(length = 50)
        String label;

        @ManyToOne
        Town seat;
    }

    @Entity(name = "Customer")
    @SecondaryTable(name = "customer_details")
    @AttributeOverride(name = "label", column = @Column(name = "customer_name", length = 80, nullable = false))
    @AssociationOverride(
            name = "seat",
            joinColumns = @JoinColumn(name = "seat_town"),
            foreignKey = @ForeignKey(name = "fk_customer_seat"))
    static class Customer extends Party {
        @Access(AccessType.PROPERTY)
        @Column(length = 12)
        public String getReference() {
            return Long.toString(id);
        }

        public void setReference(String reference) {
            id = Long.parseLong(reference);
        }

        @Embedded
        Address home;

        @Embedded
        @AttributeOverrides({
            @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 200)),
            @AttributeOverride(name = "confirmed", column = @Column(name = "work_confirmed")),
            @AttributeOverride(name = "position.latitude", column = @Column(name = "work_latitude")),
            @AttributeOverride(name = "position.longitude", column = @Column(name = "work_longitude"))
        })
        @AssociationOverrides(@AssociationOverride(name = "town", joinColumns = @JoinColumn(name = "work_town")))
        @Converts(@Convert(attributeName = "confirmed", converter = YesNoConverter.class))
        Address work;

        @Embedded
        @TargetEmbeddable(Phone.class)
        Contact contact;

        @Embedded
        @EmbeddedColumnNaming("delivery_%s")
        Phone delivery;

        @Embedded
        @EmbeddedTable("customer_details")
        @EmbeddedColumnNaming("billing_%s")
        Phone billing;
    }
}
