package io.kuaka.hibernate;

import static io.kuaka.state.Fields.bigint;
import static io.kuaka.state.Fields.bool;
import static io.kuaka.state.Fields.classes;
import static io.kuaka.state.Fields.integer;
import static io.kuaka.state.Fields.reference;
import static io.kuaka.state.Fields.softDelete;
import static io.kuaka.state.Fields.varchar;
import static io.kuaka.state.Indexes.check;
import static org.assertj.core.api.Assertions.assertThat;

import io.kuaka.expression.Expression;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;

/** Classes that share tables, and classes that have several. */
class InheritanceTest {
    @Entity(name = "Vehicle")
    @Inheritance
    static class Vehicle {
        @Id
        long id;

        String name;
    }

    @Entity(name = "Car")
    @DiscriminatorValue("car")
    static class Car extends Vehicle {
        int doors;

        @Column(name = "car_range")
        Integer reach;
    }

    @Entity(name = "Ship")
    @DiscriminatorValue("ship")
    static class Ship extends Vehicle {
        @ManyToOne
        Vehicle tender;

        @Column(name = "ship_range")
        Integer reach;
    }

    @Test
    void putsASingleTableIntoTheModelOfItsRoot() {
        var vehicle = Reading.model("Vehicle", Vehicle.class, Car.class, Ship.class);

        Reading.assertFields(
                vehicle,
                bigint("id").primaryKey(),
                varchar("DTYPE", 31).means(classes("Car=car", "Ship=ship", "Vehicle")),
                varchar("name", 255).nullable(),
                integer("doors").nullable(),
                integer("Car.reach").column("car_range").nullable(),
                reference("tender", "hibernate.Vehicle").nullable(),
                integer("Ship.reach").column("ship_range").nullable());
        assertThat(vehicle.constraints().keySet()).containsExactly("vehicle_dtype_check", "vehicle_check");
    }

    @Entity(name = "Party")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    static class Party {
        @Id
        @GeneratedValue
        Long number;
    }

    @Entity(name = "Company")
    @DiscriminatorValue("2")
    static class Company extends Party {
        @Column(nullable = false)
        String register;
    }

    @Entity(name = "Bank")
    @DiscriminatorValue("3")
    @PrimaryKeyJoinColumn(name = "bank_id", foreignKey = @ForeignKey(name = "fk_bank"))
    static class Bank extends Company {
        @ManyToOne
        Company owner;
    }

    @Test
    void refersFromAJoinedSubclassToItsParent() {
        ProjectState state = Reading.read(Party.class, Company.class, Bank.class);

        Reading.assertFields(
                state.model(Reading.key("Party")),
                bigint("number").primaryKey(),
                integer("kind").means(classes("Bank=3", "Company=2", "Party=1")));
        Reading.assertConstraints(
                state.model(Reading.key("Party")), check("party_kind_check", Expression.sql("kind in (1,3,2)")));
        Reading.assertFields(
                state.model(Reading.key("Company")),
                reference("number", "hibernate.Party").column("number").primaryKey(),
                varchar("register", 255));
        Reading.assertFields(
                state.model(Reading.key("Bank")),
                reference("number", "hibernate.Company")
                        .column("bank_id")
                        .primaryKey()
                        .foreignKey("fk_bank"),
                reference("owner", "hibernate.Company").column("owner_number").nullable());
        assertThat(state.sequences().keySet()).containsExactly(Reading.key("Party_SEQ"));
    }

    @Entity(name = "Shape")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Shape {
        @Id
        long id;

        @Column(unique = true)
        String label;

        @ManyToOne
        Party owner;
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {
        int radius;
    }

    @Entity(name = "Ring")
    static class Ring extends Circle {
        int inner;
    }

    @Entity(name = "Drawing")
    static class Drawing {
        @Id
        long id;

        @ManyToOne
        Shape frame;

        @ManyToOne
        Circle sun;

        @ManyToOne
        Ring ring;
    }

    @Test
    void givesEachConcreteClassATableOfItsOwn() {
        ProjectState state = Reading.read(Shape.class, Circle.class, Ring.class, Drawing.class, Party.class);

        assertThat(state.models().keySet().stream().map(ModelKey::name))
                .containsExactly("Circle", "Drawing", "Party", "Ring");
        Reading.assertFields(
                state.model(Reading.key("Ring")),
                bigint("id").primaryKey(),
                varchar("label", 255).unique().nullable(),
                reference("owner", "hibernate.Party").column("owner_number").nullable(),
                integer("radius"),
                integer("inner"));
    }

    @Test
    void hasNoForeignKeyWhereRowsAreInSeveralTables() {
        Reading.assertFields(
                Reading.model("Drawing", Drawing.class, Shape.class, Circle.class, Ring.class, Party.class),
                bigint("id").primaryKey(),
                bigint("frame").column("frame_id").nullable(),
                reference("sun", "hibernate.Circle").nullable().withoutForeignKey(),
                reference("ring", "hibernate.Ring").nullable());
    }

    @Entity(name = "Report")
    @SecondaryTable(name = "report_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "report_id"))
    static class Report {
        @Id
        long id;

        String title;

        @Column(table = "report_text", nullable = false)
        String body;

        @Version
        int revision;

        @TenantId
        String tenant;
    }

    @Test
    void readsASecondaryTableAsAPartOfItsEntity() {
        ProjectState state = Reading.read(Report.class);

        Reading.assertFields(
                state.model(Reading.key("Report")),
                bigint("id").primaryKey(),
                varchar("title", 255).nullable(),
                integer("revision"),
                varchar("tenant", 255));
        assertThat(state.model(Reading.key("Report.report_text")).table()).isEqualTo("report_text");
        Reading.assertFields(
                state.model(Reading.key("Report.report_text")),
                reference("owner", "hibernate.Report").column("report_id").primaryKey(),
                varchar("body", 255));
    }

    @Entity(name = "Memo")
    @SoftDelete
    static class Memo {
        @Id
        long id;
    }

    @Test
    void readsTheColumnOfASoftDelete() {
        Reading.assertFields(
                Reading.model("Memo", Memo.class),
                bigint("id").primaryKey(),
                bool("deleted").comment("Soft-delete indicator").means(softDelete("active=false", "deleted=true")));
    }
}
