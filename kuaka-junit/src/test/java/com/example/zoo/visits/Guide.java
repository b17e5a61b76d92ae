package com.example.zoo.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who shows visitors around one of the zoos. */
@Entity
@Table(name = "guide")
public class Guide {
    @Id
    private Long id;

    @Column(nullable = false)
    private Long zoo;

    protected Guide() {}
}
