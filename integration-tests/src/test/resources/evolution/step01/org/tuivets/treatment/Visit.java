package org.tuivets.treatment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.hibernate.annotations.Comment;
import org.tuivets.frontdesk.Pet;

@Entity
@Comment("One consultation")
public class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @ManyToOne(optional = false)
    Pet pet;

    @Column(nullable = false)
    LocalDate happenedOn;

    int minutes;

    @Column(length = 200)
    String summary;
}
