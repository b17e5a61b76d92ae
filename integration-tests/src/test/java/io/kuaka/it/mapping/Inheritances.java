package io.kuaka.it.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.annotations.SecondaryRows;

/** Hierarchies in one table, in a table for each class, in tables that are joined, and entities of several tables. */
public final class Inheritances {
    private Inheritances() {}

    @MappedSuperclass
    abstract static class Dated {
        @Column(name = "created_on", nullable = false)
        LocalDate createdOn;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    abstract static class Vehicle extends Dated {
        @Id
        long id;
    }

    @Entity(name = "Truck")
    static class Truck extends Vehicle {
        @Column(nullable = false)
        int tons;
    }

    @Entity(name = "Bus")
    static class Bus extends Vehicle {
        Integer seats;

        @ElementCollection
        Set<String> stops;
    }

    @Entity(name = "Payment")
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("P")
    @ConcreteProxy
    static class Payment {
        @Id
        long id;
    }

    @Entity(name = "CardPayment")
    @DiscriminatorValue("C")
    static class CardPayment extends Payment {
        @Column(length = 20)
        String card;
    }

    @Entity(name = "Rule")
    @DiscriminatorColumn(name = "rule_type", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorOptions(force = true)
    @DiscriminatorValue("1")
    static class Rule {
        @Id
        long id;
    }

    @Entity(name = "Limit")
    @DiscriminatorValue("2")
    static class Limit extends Rule {
        int most;
    }

    @Entity(name = "Shape")
    @DiscriminatorFormula("case when radius is null then 'Shape' else 'Circle' end")
    static class Shape {
        @Id
        long id;
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {
        Double radius;
    }

    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "species", length = 20)
    static class Animal {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity(name = "Dog")
    @PrimaryKeyJoinColumn(name = "animal_id", foreignKey = @ForeignKey(name = "fk_dog_animal"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    static class Dog extends Animal {
        boolean barks;
    }

    @Entity(name = "Puppy")
    static class Puppy extends Dog {
        @OneToMany
        List<Animal> toys;
    }

    static class PartId implements Serializable {
        String maker;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof PartId id && number == id.number && Objects.equals(maker, id.maker);
        }

        @Override
        public int hashCode() {
            return Objects.hash(maker, number);
        }
    }

    @Entity(name = "Part")
    @IdClass(PartId.class)
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Part {
        @Id
        @Column(length = 20)
        String maker;

        @Id
        int number;
    }

    @Entity(name = "Motor")
    @PrimaryKeyJoinColumns({
        @PrimaryKeyJoinColumn(name = "motor_maker", referencedColumnName = "maker"),
        @PrimaryKeyJoinColumn(name = "motor_number", referencedColumnName = "number")
    })
    static class Motor extends Part {
        double power;
    }

    @Entity(name = "Account")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Account {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true, length = 34)
        String iban;

        @ManyToOne
        Animal owner;
    }

    @Entity(name = "Savings")
    static class Savings extends Account {
        @Column(nullable = false)
        double interest;

        @ElementCollection
        Set<String> holders;
    }

    @Entity(name = "Giro")
    static class Giro extends Account {
        int overdraft;
    }

    @Entity(name = "PremiumGiro")
    static class PremiumGiro extends Giro {
        int bonus;
    }

    @Entity(name = "Employee")
    @Table(name = "employees")
    @SecondaryTables({
        @SecondaryTable(
                name = "employee_salary",
                pkJoinColumns = @PrimaryKeyJoinColumn(name = "employee_id"),
                foreignKey = @ForeignKey(name = "fk_salary_employee")),
        @SecondaryTable(name = "employee_photo")
    })
    @SecondaryRows(@SecondaryRow(table = "employee_photo", optional = false))
    static class Employee {
        @Id
        long id;

        String name;

        @Column(table = "employee_salary", nullable = false)
        int salary;

        @Column(table = "employee_photo")
        byte[] photo;

        @Column(table = "employee_photo", length = 40)
        String caption;
    }
}
