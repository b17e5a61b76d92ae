package org.tuivets.treatment;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.Length;
import org.tuivets.frontdesk.Pet;

@Entity
@Table(
        comment = "One consultation: what was done, and how long it took",
        indexes = @Index(name = "visit_newest_idx", columnList = "pet_id, happenedOn desc"),
        check = @CheckConstraint(name = "visit_takes_time", constraint = "minutes > 0"))
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ManyToOne(optional = false)
    Pet pet;

    @Column(name = "happenedOn", nullable = false, comment = "Local to the practice; it's not UTC")
    LocalDate day;

    long minutes;

    boolean urgent;

    @Column(length = Length.LONG32)
    String findings;

    @ManyToOne(optional = false)
    Vet vet;
}
