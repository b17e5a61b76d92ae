package com.example.zoo.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A visit to one of the zoos. */
@Entity
@Table(name = "visit")
public class Visit {
    @Id
    private Long id;

    @Column(nullable = false)
    private Long zoo;

    @Column(length = 20)
    private String note;

    @ManyToOne
    private Guide guide;

    protected Visit() {}
}
