package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.entities;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.state.Indexes;
import io.kuaka.state.ModelState;
import io.kuaka.state.OnDelete;
import io.kuaka.state.ProjectState;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;

/** Attributes that refer to other entities, and embedded ones. */
class AssociationsTest {
    @Entity(name = "Country")
    static class Country {
        @Id
        long id;

        @Column(unique = true, nullable = false, length = 2)
        String iso;
    }

    @Entity(name = "City")
    static class City {
        @Id
        long id;

        @ManyToOne(optional = false)
        Country country;

        @ManyToOne
        @JoinColumn(name = "twin")
        City twinned;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_founder"))
        @org.hibernate.annotations.OnDelete(action = OnDeleteAction.SET_NULL)
        Country founder;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Country loose;

        @ManyToOne
        @JoinColumn(referencedColumnName = "iso")
        Country byCode;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "fk_late",
                                foreignKeyDefinition =
                                        "foreign key (late_id) references Country (id) deferrable initially deferred"))
        Country late;

        @OneToOne(optional = false)
        Country capitalOf;

        @Formula("upper(name)")
        String shout;

        @Column(name = "country_id", insertable = false, updatable = false)
        Long countryId;
    }

    @Test
    void readsReferencesWithTheirForeignKeys() {
        Reading.assertFields(
                Reading.model("City", City.class, Country.class),
                bigint("id").primaryKey(),
                // The column is as the attribute declares it that Hibernate meets first.
                reference("country", "hibernate.Country").nullable(),
                reference("twinned", "hibernate.City").column("twin").nullable(),
                reference("founder", "hibernate.Country")
                        .nullable()
                        .onDelete(OnDelete.SET_NULL)
                        .foreignKey("fk_founder"),
                reference("loose", "hibernate.Country").nullable().withoutForeignKey(),
                reference("byCode", "hibernate.Country")
                        .column("byCode_iso")
                        .nullable()
                        .toFields("iso"),
                reference("late", "hibernate.Country")
                        .nullable()
                        .foreignKey("fk_late")
                        .deferred(),
                reference("capitalOf", "hibernate.Country").unique(),
                bigint("countryId").column("country_id").nullable());
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @Id
        long id;

        @OneToMany
        @JoinColumn(name = "shelf_id")
        @OrderColumn(name = "place")
        List<Volume> volumes;
    }

    @Entity(name = "Volume")
    static class Volume {
        @Id
        long id;
    }

    @Test
    void namesAKeyWithoutAttributeByItsColumn() {
        ModelState volume = Reading.model("Volume", Shelf.class, Volume.class);

        Reading.assertFields(
                volume,
                bigint("id").primaryKey(),
                reference("shelf_id", "hibernate.Shelf").column("shelf_id").nullable(),
                integer("place").nullable());
        Reading.assertConstraints(volume, Indexes.check("volume_place_check", Expression.sql("place>=0")));
    }

    @Entity(name = "Desk")
    static class Desk {
        @Id
        long id;

        @ManyToOne
        @JoinTable(name = "desk_room")
        Country room;
    }

    @Test
    void readsTheJoinTableOfAReference() {
        ProjectState state = Reading.read(Desk.class, Country.class);

        Reading.assertFields(state.model(Reading.key("Desk")), bigint("id").primaryKey());
        assertThat(state.model(Reading.key("Desk.room")).table()).isEqualTo("desk_room");
        Reading.assertFields(
                state.model(Reading.key("Desk.room")),
                reference("owner", "hibernate.Desk").column("id").primaryKey(),
                reference("element", "hibernate.Country").column("room_id"));
    }

    @Embeddable
    static class Address {
        @Column(nullable = false)
        String street;

        @ManyToOne
        Country country;

        @Embedded
        Position position;
    }

    @Embeddable
    static class Position {
        int latitude;
        int longitude;
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        long id;

        @Embedded
        Address home;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @AttributeOverride(name = "position.latitude", column = @Column(name = "work_lat"))
        @AttributeOverride(name = "position.longitude", column = @Column(name = "work_long"))
        @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "work_country"))
        Address work;
    }

    @Test
    void readsEmbeddedAttributesUnderTheirPath() {
        Reading.assertFields(
                Reading.model("Person", Person.class, Address.class, Position.class, Country.class),
                bigint("id").primaryKey(),
                varchar("home.street", 255),
                reference("home.country", "hibernate.Country")
                        .column("country_id")
                        .nullable(),
                integer("home.position.latitude").nullable(),
                integer("home.position.longitude").nullable(),
                varchar("work.street", 255).column("work_street").nullable(),
                reference("work.country", "hibernate.Country")
                        .column("work_country")
                        .nullable(),
                integer("work.position.latitude").column("work_lat").nullable(),
                integer("work.position.longitude").column("work_long").nullable());
    }

    @Entity(name = "Comment")
    static class Comment {
        @Id
        long id;

        @Any
        @AnyKeyJavaClass(Long.class)
        @AnyDiscriminatorValue(discriminator = "city", entity = City.class)
        @JoinColumn(name = "subject_id")
        @Column(name = "subject_type")
        Object subject;
    }

    @Test
    void readsAReferenceToAnyEntityAsItsTwoColumns() {
        Reading.assertFields(
                Reading.model("Comment", Comment.class, City.class, Country.class),
                bigint("id").primaryKey(),
                bigint("subject").column("subject_id").nullable(),
                varchar("subject.type", 255).column("subject_type").nullable().means(entities("City=city")));
    }
}
