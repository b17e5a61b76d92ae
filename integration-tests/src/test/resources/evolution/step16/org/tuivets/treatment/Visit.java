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
import org.hibernate.annotations.Comment;
import org.tuivets.frontdesk.Pet;

@Entity
@Comment("One consultation")
@Table(
        indexes = @Index(name = "visit_newest_idx", columnList = "pet_id, happenedOn desc"),
        check = @CheckConstraint(name = "visit_takes_time", constraint = "minutes > 0"))
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ManyToOne(optional = false)
    Pet pet;

    @Column(nullable = false)
    LocalDate happenedOn;

    long minutes;

    boolean urgent;

    @Comment("What was found")
    @Column(length = Length.LONG32)
    String findings;

    @ManyToOne(optional = false)
    Vet vet;
}
