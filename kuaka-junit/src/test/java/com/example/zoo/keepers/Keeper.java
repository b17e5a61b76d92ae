package com.example.zoo.keepers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** An entity as an application has it. */
@Entity
public class Keeper {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 80, nullable = false)
    String name;

    @Column(length = 120)
    String email;
}
