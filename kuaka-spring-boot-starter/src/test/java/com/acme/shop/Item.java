package com.acme.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A thing to sell. */
@Entity
public class Item {
    @Id
    private Long id;

    @Column(length = 80, nullable = false)
    private String title;
}
