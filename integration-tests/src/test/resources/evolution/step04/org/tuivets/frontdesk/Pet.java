package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;

@Entity
public class Pet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(nullable = false, length = 40)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Species species;

    @ManyToOne(optional = false)
    Owner owner;

    double weight;

    LocalDate born;

    @Column(length = 15)
    String chip;

    @Column(length = 30)
    String colour;

    @ColumnDefault("false")
    @Column(nullable = false)
    boolean neutered;
}
