package org.tuivets.frontdesk;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.tuivets.common.BaseEntity;

@Entity
public class Pet extends BaseEntity {
    @Column(nullable = false, length = 40)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Species species;

    @ManyToOne(optional = false)
    Client owner;

    Double weight;

    LocalDate birthday;

    @Column(length = 15)
    String chip;

    @ColumnDefault("false")
    @Column(nullable = false)
    boolean neutered;

    @ElementCollection
    @Column(name = "nickname")
    Set<String> nicknames;
}
